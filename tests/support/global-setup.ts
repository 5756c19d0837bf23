import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { applyPostgresPatch } from '../../db/postgres-patch'

export type TestServer = { adminUrl: string; ownerUrl: string; appUrl: string; prefix: string }

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

export default async function setup(project: TestProject) {
  applyPostgresPatch()
  const { ownCluster } = await import('./cluster')
  const { makeTemplate, dropDatabases } = await import('./template')
  const given = process.env.TEST_DATABASE_URL
  const own = given ? undefined : await ownCluster()
  const server: TestServer = {
    adminUrl: own?.adminUrl ?? given!,
    ownerUrl: own?.ownerUrl ?? given!,
    appUrl: own?.url ?? given!,
    prefix: `kaimen_test_${randomBytes(4).toString('hex')}`,
  }
  await makeTemplate(server)
  project.provide('testServer', server)
  return () => (own ? own.remove() : dropDatabases(server))
}
