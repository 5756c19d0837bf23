import { Logger, run, type Runner } from 'graphile-worker'
import { logFault } from '~/web/faults.server'
import { log } from '~/web/log.server'

export type Task = {
  /** The minute of each hour at which it runs without being woken; without one, every minute. */
  at?: number
  run: () => Promise<void>
}

type Given = { connectionString: string; tasks: Record<string, Task> }

// The work itself is rows; a job only says "look now". Run again every minute anyway, it need not be tried twice.
const ONCE = { maxAttempts: 1 }
const WAKE_AFTER_MS = 250

let runner: Runner | undefined
const waking = new Map<string, NodeJS.Timeout>()

/** Starts the queue as the app's role. prepareJobs() has run before. */
export async function startJobs({ connectionString, tasks }: Given) {
  const started = await run({
    connectionString: asAppRole(connectionString),
    concurrency: 2,
    maxPoolSize: 3,
    pollInterval: 5_000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error({ fault: message.slice(0, 200) }, 'jobs')
    }),
    taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, () => telling(name, task)])),
  })
  started.promise.catch((error: unknown) => log.error({ fault: error instanceof Error ? error.message.slice(0, 200) : 'unknown' }, 'jobs'))
  runner = started
  keepTime(tasks)
}

/** The queue logs and keeps the message of what failed, and a database error carries the statement's values in its. */
async function telling(name: string, task: Task) {
  try {
    await task.run()
  } catch (error) {
    logFault(error, { task: name })
    throw new Error('fault')
  }
}

let clock: NodeJS.Timeout | undefined
const MINUTE_MS = 60_000

/**
 * Asks for what the minute brings. The queue's own crontab is not used: a database that is away at the turn of the minute
 * ends it for good, and with a rejection that nobody can catch the process too. Keyed, several processes ask for one job.
 */
function keepTime(tasks: Record<string, Task>) {
  clock = setTimeout(
    () => {
      const minute = new Date().getMinutes()
      for (const [name, { at }] of Object.entries(tasks)) if (at === undefined || at === minute) ask(name)
      keepTime(tasks)
    },
    MINUTE_MS - (Date.now() % MINUTE_MS) + 500,
  ).unref()
}

const ask = (name: string) =>
  void runner?.addJob(name, {}, { ...ONCE, jobKey: name }).catch(() => {
    // The next minute asks again.
  })

/** Lets a running task finish, then ends the queue. */
export async function stopJobs() {
  clearTimeout(clock)
  for (const timer of waking.values()) clearTimeout(timer)
  waking.clear()
  const ending = runner
  runner = undefined
  await ending?.stop()
}

/**
 * Runs a task soon: many calls become one keyed job. It is added a moment later and outside the caller's transaction,
 * because NOTIFY inside a busy transaction makes all commits wait for each other.
 */
export function wakeJob(name: string) {
  if (!runner || waking.has(name)) return
  const timer = setTimeout(() => {
    waking.delete(name)
    ask(name)
  }, WAKE_AFTER_MS)
  waking.set(name, timer.unref())
}

function asAppRole(connectionString: string): string {
  const url = new URL(connectionString)
  if (decodeURIComponent(url.username) === 'kaimen_app') return connectionString
  url.searchParams.set('options', [url.searchParams.get('options'), '-c role=kaimen_app'].filter(Boolean).join(' '))
  return url.href
}
