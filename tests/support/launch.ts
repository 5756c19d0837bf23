import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const LAUNCHER = fileURLToPath(new URL('./launcher.ts', import.meta.url))

/** Another process that starts (or adopts) the embedded server in this folder. */
export async function launchElsewhere(dataDir: string, account: { uid?: number; gid?: number } = {}) {
  const child = fork(LAUNCHER, [dataDir], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'pipe', 'ipc'], ...account })
  let errors = ''
  child.stderr!.on('data', (text: Buffer) => (errors += text))
  const gone = once(child, 'exit')
  const told = await Promise.race([once(child, 'message'), gone.then(() => Promise.reject(new Error(errors)))])
  const { url, adminUrl, adopted } = told[0] as { url: string; adminUrl: string; adopted: boolean }
  const kill = async () => {
    child.kill('SIGKILL')
    await gone
  }
  const stop = async () => {
    child.send('stop')
    const [code] = await gone
    if (code !== 0) throw new Error(errors)
  }
  return { url, adminUrl, adopted, kill, stop }
}
