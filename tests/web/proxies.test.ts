import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { believeProxies } from '~/web/front.server'

async function behind(trusted: string[] | false) {
  const warnings: string[] = []
  const app = express()
  app.set('trust proxy', trusted)
  app.use(believeProxies(() => warnings.push('warned')))
  app.get('/', (req, res) => void res.send(req.ip))
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const ask = async (headers: Record<string, string> = {}) => (await fetch(url, { headers })).text()
  return { ask, warnings }
}

test('who is not named in TRUSTED_PROXIES is not believed, and that is warned of once', async () => {
  const { ask, warnings } = await behind(false)
  expect(await ask()).toBe('127.0.0.1')
  expect(warnings).toEqual([])
  for (const _ of ['first', 'second']) expect(await ask({ 'X-Forwarded-For': '10.1.2.3' })).toBe('127.0.0.1')
  expect(warnings).toEqual(['warned'])
})

test('a named proxy is believed without a word', async () => {
  const { ask, warnings } = await behind(['127.0.0.1'])
  expect(await ask({ 'X-Forwarded-For': '10.1.2.3' })).toBe('10.1.2.3')
  expect(warnings).toEqual([])
})
