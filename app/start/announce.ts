import { resolve } from 'node:path'
import type { Settings } from '../settings.server'
import { columns } from './columns'

export type FirstStart = { demo: boolean; setUpPath?: string; signIns: { role: string; login: string; password: string }[] }

type Facts = FirstStart & { settings: Settings; port: number; embedded: boolean; adopted: boolean }

/** The one short block a new person reads after `npm start`. */
export function announce(facts: Facts, say: (line: string) => void) {
  const { settings, port, signIns } = facts
  const site = `${settings.PUBLIC_URL ?? `http://localhost:${port}`}${settings.BASE_PATH}`
  const adopted = facts.adopted ? '（沿用运行中的数据库 · adopted the running database）' : ''
  const rows = [
    ['开门 Kaimen', site],
    ...(facts.setUpPath ? [['首次设置（只能用一次）· one-time set-up', `${site}${facts.setUpPath}`]] : []),
    ['数据 · data', facts.embedded ? `${resolve(settings.DATA_DIR)}${adopted}` : 'DATABASE_URL'],
    ['停止 · stop', 'Ctrl+C'],
  ]
  say('')
  if (port !== settings.PORT) say(`  端口 ${settings.PORT} 已被占用，改用 ${port} · port ${settings.PORT} is busy, using ${port}`)
  for (const line of columns(rows)) say(`  ${line}`)
  if (signIns.length > 0) announceDemo(signIns, say)
  say('')
}

function announceDemo(signIns: FirstStart['signIns'], say: (line: string) => void) {
  say('')
  say('  演示账号 · demo sign-ins')
  for (const line of columns(signIns.map(({ role, login, password }) => [role, login, password]))) say(`    ${line}`)
  say('  注意：这些账号和密码是公开的，包括管理员，不要让外人连到本站。正式使用请设 DEMO=off，并用空的数据目录或数据库。')
  say('  Warning: these accounts are public, the administrator’s too; strangers must not reach this site.')
  say('  For real use set DEMO=off, with an empty DATA_DIR or database.')
}
