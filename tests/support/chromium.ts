import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

/** The headless shell first: without windows and profiles it takes half the time. */
const SYSTEM = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A Chromium that is already here: CHROMIUM, Playwright's own, or the system's. */
export function findChromium(): string | undefined {
  const own = chromium.executablePath()
  return [process.env.CHROMIUM, own, ...SYSTEM].find((path) => path && existsSync(path))
}

/** Finds a Chromium or installs one, and says what it did. */
export function ensureChromium(say: (line: string) => void): string {
  const found = findChromium()
  if (found) {
    say(`Browser: ${found}`)
    return found
  }
  say('Browser: none found, asking Playwright for its own …')
  run('npx', ['playwright', 'install', 'chromium'])
  if (!findChromium() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Browser: installing a system package and a Chinese font …')
    run('apt-get', ['update', '-qq'])
    for (const name of ['chromium-headless-shell', 'chromium'])
      if (!findChromium()) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-noto-cjk'])
  }
  const installed = findChromium()
  if (!installed) throw new Error('No Chromium: install one and name it in CHROMIUM, or run "npx playwright install chromium".')
  say(`Browser: ${installed}`)
  return installed
}

const run = (command: string, args: string[]) =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 300_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
