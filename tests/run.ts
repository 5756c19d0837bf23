import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { buildIfNeeded } from '../app/start/build'
import { ensureChromium } from './support/chromium'

type Counts = { passed: number; failed: number; skipped: number; names?: string[] }
type Ran = { ok: boolean; took: number }

const results = 'test-results'
const total = { passed: 0, failed: 0, skipped: 0 }
const failures: string[] = []
const npx = (...args: string[]) => spawnSync('npx', ['--no-install', ...args], { stdio: 'inherit' }).status === 0

async function step(title: string, run: () => boolean | Promise<Ran>, count?: () => Counts) {
  const began = performance.now()
  console.log(`\n▶ ${title}`)
  const ran = await run()
  const { ok, took } = typeof ran === 'boolean' ? { ok: ran, took: performance.now() - began } : ran
  const counts = count?.() ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 }
  if (!ok && counts.failed === 0) counts.failed = 1
  if (counts.failed > 0) failures.push(...(counts.names?.length ? counts.names.map((name) => `${title}: ${name}`) : [title]))
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key]
  console.log(`${ok ? '✔' : '✘'} ${title} (${(took / 1000).toFixed(0)} s)`)
}

/** Runs beside another; what it says is kept until its turn. */
function beside(...args: string[]): Promise<Ran & { said: string }> {
  const began = performance.now()
  const child = spawn('npx', ['--no-install', ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  return new Promise((done) => child.on('close', (code) => done({ ok: code === 0, said, took: performance.now() - began })))
}

const told = (ran: ReturnType<typeof beside>) => async () => {
  process.stdout.write((await ran).said)
  return ran
}

function read<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
}

function vitestCounts(file: string): Counts {
  const found = read<{
    numPassedTests: number
    numFailedTests: number
    numPendingTests: number
    numTodoTests: number
    testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[]
  }>(file)
  const failed = found?.testResults.flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults.filter((one) => one.status === 'failed').map((one) => one.fullName)
    return tests.length === 0 && status === 'failed' ? [relative(process.cwd(), name)] : tests
  })
  return {
    passed: found?.numPassedTests ?? 0,
    failed: found?.numFailedTests ?? 1,
    skipped: (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0),
    names: failed,
  }
}

function browserCounts(): Counts {
  const found = read<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(`${results}/browser.json`)
  return {
    passed: found?.stats.expected ?? 0,
    failed: found ? found.stats.unexpected + found.stats.flaky : 1,
    skipped: found?.stats.skipped ?? 0,
  }
}

function built(): boolean {
  try {
    buildIfNeeded(process.cwd(), console.log)
    return true
  } catch (error) {
    console.error((error as Error).message)
    return false
  }
}

const vitest = (project: string) => () =>
  npx(
    'vitest',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${results}/${project}.json`,
  )

rmSync(results, { recursive: true, force: true })
mkdirSync(results)
const types = beside('tsc', '--noEmit')
const lint = beside('eslint', '.')
const boundaries = types.then(() =>
  beside('depcruise', '--config', 'tests/boundaries.cjs', '--output-type', 'err', 'app', 'db', 'server.ts', 'tests'),
)
const format = lint.then(() => beside('prettier', '--check', '--log-level', 'warn', '.'))
await step('Types', told(types))
await step('Lint', told(lint))
await step('Import boundaries', told(boundaries))
await step('Format', told(format))
// Two test files at once would each build for themselves.
await step('Pages', built)
await step('Rules, forms, words, components', vitest('unit'), () => vitestCounts(`${results}/unit.json`))
await step('On a real PostgreSQL', vitest('db'), () => vitestCounts(`${results}/db.json`))
await step(
  'Browser',
  () => Boolean(ensureChromium(console.log)) && npx('playwright', 'test', '--config', 'tests/playwright.config.ts'),
  browserCounts,
)

for (const name of failures) console.log(`✘ ${name}`)
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exit(total.failed > 0 ? 1 : 0)
