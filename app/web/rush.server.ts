import type { ActionFunction, AppLoadContext, ServerBuild } from '@remix-run/node'
import { matchPath } from '@remix-run/react'
import type { RequestHandler } from 'express'
import type { Handle } from '~/root'
import { inTurns } from './turns'

const door = inTurns(2)

/** Forms come in a few at each turn of the loop, pages at once: whoever reads does not stand in the line of those who send. */
export const formsInTurn: RequestHandler = (req, _, next) => void (req.method === 'POST' ? door().then(() => next()) : next())

type Build = ServerBuild | (() => Promise<ServerBuild>)

// As many as are written together. More inside would only stand before the database, and before everyone's pages.
const AT_ONCE = 100

/**
 * In a rush Remix alone would be the bottleneck. The action of a form that is marked so is asked first, by itself, and
 * where it leads on to another page that answer goes out at once. Anything else takes the long way: Remix asks the same
 * action again and shows the page, which a form's one-time key makes harmless; so too where it failed, because only
 * a page gives people back what they typed. One verb, two doors. Only so many are inside at a time; the others wait in
 * the order they came, and everyone else's pages get their turn in between.
 */
export async function beforeRemix(build: Build, request: Request, context: AppLoadContext): Promise<Response | undefined> {
  if (request.method !== 'POST') return undefined
  const site = typeof build === 'function' ? await build() : build
  const door = doorsOf(site).find(({ path }) => matchPath(path, new URL(request.url).pathname))
  if (!door) return undefined
  const { params } = matchPath(door.path, new URL(request.url).pathname)!
  const answer: unknown = await inTurn(async () => door.action({ request, params, context } as Parameters<ActionFunction>[0])).catch(
    () => undefined,
  )
  return answer instanceof Response && (answer.status === 303 || answer.status === 307) ? below(site.basename, answer) : undefined
}

/** As Remix does: what leads on is below the site's path. */
function below(basename = '/', answer: Response): Response {
  answer.headers.set('Location', basename.replace(/\/$/, '') + answer.headers.get('Location'))
  return answer
}

type Door = { path: string; action: ActionFunction }
const found = new WeakMap<ServerBuild, Door[]>()

function doorsOf(build: ServerBuild): Door[] {
  let doors = found.get(build)
  if (!doors) {
    doors = Object.values(build.routes).flatMap((route) => {
      const { handle, action } = route?.module ?? {}
      return action && (handle as Handle | undefined)?.rush
        ? [{ path: `${build.basename ?? ''}/${route!.path}`, action: action as ActionFunction }]
        : []
    })
    found.set(build, doors)
  }
  return doors
}

const waiting: (() => void)[] = []
let inside = 0
const turn = inTurns(2)

async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (inside < AT_ONCE) inside++
  else await new Promise<void>((enter) => waiting.push(enter))
  await turn()
  try {
    return await act()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else inside--
  }
}
