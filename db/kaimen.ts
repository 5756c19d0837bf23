import './patched'
import type { Settings } from '~/settings.server'

const HELP = `npm run kaimen -- <命令 · command>

  admin    建立管理员账号 · make an administrator's account
  demo     重新布置演示县（只在演示县里）· lay the demo county again, around today
  doctor   检查这台机器和设置 · look at this machine and its settings
  --help   显示本说明 · this text

设置与 npm start 相同，来自环境变量 · settings come from the environment, as for npm start.`

type Command = (settings: Settings) => Promise<boolean>

// Reached by import() only: postgres is to be patched before anything reads it.
const commands: Record<string, () => Promise<Command>> = {
  admin: async () => (await import('./kaimen/admin')).makeAdministrator,
  demo: async () => (await import('./kaimen/demo')).layAgain,
}

async function run([name = '--help']: string[]): Promise<boolean> {
  if (['--help', '-h', 'help'].includes(name)) {
    console.log(HELP)
    return true
  }
  // The doctor also finds what is wrong with the settings; the others need them right.
  if (name === 'doctor') return (await import('./kaimen/doctor')).examine(process.env, console.log)
  const { readSettings } = await import('~/settings.server')
  const command = commands[name]
  if (!command) throw new Error(`没有“${name}”这个命令 · there is no command ${name}: npm run kaimen -- --help`)
  return (await command())(readSettings())
}

try {
  process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error && !process.env.DEBUG ? error.message : error)
  process.exitCode = 1
}
