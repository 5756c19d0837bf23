import { migrate } from '../../db/migrate'
import { loginOf } from '../../db/roles'
import { withAdmin } from '../../db/server/databases'
import type { TestServer } from './global-setup'

export const inDatabase = (url: string, name: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href

export async function makeTemplate(server: TestServer) {
  const name = `${server.prefix}_template`
  await createDatabase(server, name, 'template0')
  await migrate({ ownerUrl: inDatabase(server.ownerUrl, name), appUrl: inDatabase(server.appUrl, name) })
}

export const cloneTemplate = (server: TestServer, name: string) => createDatabase(server, name, `${server.prefix}_template`)

export async function createDatabase(server: TestServer, name: string, template: string) {
  await withAdmin(server.adminUrl, async (sql) => {
    await sql`create database ${sql(name)} template ${sql(template)} owner ${sql(loginOf(server.ownerUrl))}`
  })
}

export async function dropDatabases(server: TestServer) {
  await withAdmin(server.adminUrl, async (sql) => {
    const found = await sql<{ datname: string }[]>`select datname from pg_database where starts_with(datname, ${server.prefix})`
    for (const { datname } of found) await sql`drop database ${sql(datname)} with (force)`
  })
}
