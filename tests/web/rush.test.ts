import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { beforeRemix } from '~/web/rush.server'

const MORE_THAN_ENTER = 250

const aBuild = (action: () => Promise<Response>) =>
  ({ basename: '', routes: { form: { path: 'form/:id', module: { handle: { rush: true }, action } } } }) as unknown as ServerBuild
const send = (build: ServerBuild) => beforeRemix(build, new Request('http://x/form/1', { method: 'POST' }), {} as AppLoadContext)

test('what fails in a rush is left to the page, which gives back what was typed, and frees its turn', async () => {
  const failing = aBuild(() => Promise.reject(new Error('the database is away')))
  const failed = await Promise.all(Array.from({ length: MORE_THAN_ENTER }, () => send(failing)))
  expect(new Set(failed)).toEqual(new Set([undefined]))
  const answered = aBuild(() => Promise.resolve(new Response(null, { status: 303 })))
  const all = await Promise.all(Array.from({ length: MORE_THAN_ENTER }, () => send(answered)))
  expect(new Set(all.map((answer) => answer?.status))).toEqual(new Set([303]))
})
