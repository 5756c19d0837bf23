import { resolve } from 'node:path'
import type { Settings } from '../settings.server'

export type FirstStart = { demo: boolean; setUpPath?: string; signIns: { role: string; login: string; password: string }[] }

type Facts = FirstStart & { settings: Settings; port: number; embedded: boolean; adopted: boolean }

/** The one short block a new person reads after `npm start`. */
export function announce(facts: Facts, say: (line: string) => void) {
  const { settings, port } = facts
  const site = `${settings.PUBLIC_URL ?? `http://localhost:${port}`}${settings.BASE_PATH}`
  say('')
  if (port !== settings.PORT) say(`  端口 ${settings.PORT} 已被占用，改用 ${port} · port ${settings.PORT} is busy, using ${port}`)
  say(`  开门 Kaimen   ${site}`)
  if (facts.setUpPath) say(`  首次设置（只能用一次）· one-time set-up   ${site}${facts.setUpPath}`)
  if (facts.signIns.length > 0) {
    say('  演示账号 · demo sign-ins')
    for (const each of facts.signIns) say(`    ${each.role.padEnd(14)} ${each.login}   ${each.password}`)
  }
  say(
    `  数据 · data   ${facts.embedded ? `${resolve(settings.DATA_DIR)}${facts.adopted ? '（沿用运行中的数据库 · adopted the running database）' : ''}` : 'DATABASE_URL'}`,
  )
  say('')
}
