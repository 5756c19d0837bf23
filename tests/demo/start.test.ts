import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { demoSignIns } from '#db/demo/people'
import { startApp } from '../support/app'
import { ask, useSite } from '../support/site'
import { cloneTemplate } from '../support/template'

const site = useSite()

test('an empty county prints one link, and it opens the set-up', async () => {
  // The block is printed as a whole once the port is taken; by the first answer all of it is there.
  expect((await ask(`${site.app.url}/readyz`)).body).toBe('ready')
  const printed = site.app.lines.map((line) => /\/set-up\/[0-9A-Z-]+/.exec(line)?.[0]).filter((found) => found !== undefined)
  expect(printed.length).toBe(1)
  expect((await ask(`${site.app.url}${printed[0]}`)).status).toBe(200)
  expect(site.app.lines.join('\n')).not.toContain('@chengxi.example')
})

test('a demo county prints its sign-ins at the first start and at the second', async () => {
  const server = inject('testServer')
  const database = `${server.prefix}_demo_${process.pid}`
  const dataDir = mkdtempSync(join(tmpdir(), 'kaimen-demo-'))
  await cloneTemplate(server, database)
  for (const _ of ['first', 'second']) {
    const app = await startApp({ server, database, dataDir, env: { DEMO: 'on' } })
    const home = await ask(`${app.url}/consultations`)
    await app.stop()
    for (const { login, password } of demoSignIns)
      expect(
        app.lines.some((line) => line.includes(login) && line.includes(password)),
        login,
      ).toBe(true)
    expect(home.body).toContain('澄溪县')
  }
  rmSync(dataDir, { recursive: true })
}, 120_000)
