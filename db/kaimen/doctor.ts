import { fileURLToPath } from 'node:url'
import { checkDatabase } from './check-database'
import { checkDemo, checkProxies } from './check-exposure'
import { checkBuild, checkDisk, checkKeyFile, checkMail, checkNode, checkPort } from './check-machine'
import { printed, type Finding } from './finding'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Looks, tells and changes nothing; true when all is well. */
export async function examine(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<boolean> {
  let well = true
  const tell = (findings: Finding[]) => {
    for (const finding of findings) {
      well &&= finding.ok
      for (const line of printed(finding)) say(line)
    }
  }
  tell(checkNode(root))
  const settings = await settingsFrom(env, tell)
  if (!settings) return false
  const database = await checkDatabase(settings)
  tell([...database.findings, ...checkKeyFile(settings.KEY_FILE, database.holdsSealed), checkDisk(settings.DATA_DIR)])
  tell([checkDemo(database.isDemo, settings), checkProxies(settings)])
  tell([await checkMail(settings.SMTP_URL), checkBuild(root), await checkPort(settings)])
  return well
}

async function settingsFrom(env: NodeJS.ProcessEnv, tell: (findings: Finding[]) => void) {
  const { readSettings } = await import('~/settings.server')
  try {
    const settings = readSettings(env)
    tell([{ ok: true, what: '设置 · settings', found: settings.DATABASE_URL ? 'DATABASE_URL' : settings.DATA_DIR }])
    return settings
  } catch (error) {
    tell(
      (error as Error).message
        .split('\n')
        .map((line) => ({ ok: false, what: '设置 · settings', found: line, next: '改正这项环境变量 · set this variable right' })),
    )
    return null
  }
}
