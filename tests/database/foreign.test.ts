import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../db/connection.server'
import { migrate } from '../../db/migrate'
import { withAdmin } from '../../db/server/databases'
import { ownCluster } from '../support/cluster'
import { debianPostgres, hasDebianPostgres } from '../support/debian-postgres'
import { inDatabase } from '../support/template'

// A county's own PostgreSQL: no roles of ours, one login that owns one database.
let cluster: Awaited<ReturnType<typeof debianPostgres>>
const asAdmin = (statements: string, database = 'postgres') =>
  withAdmin(inDatabase(cluster.adminUrl, database), (sql) => sql.unsafe(statements))
const login = (name: string) => Object.assign(new URL(inDatabase(cluster.adminUrl, 'county')), { username: name, password: 'county' }).href

const servers = [
  { name: 'PostgreSQL 18', here: true, start: ownCluster },
  { name: 'PostgreSQL 15 of Debian', here: hasDebianPostgres(15), start: () => debianPostgres(15) },
]

async function using<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(url, { max: 2 })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

const expectLimits = (url: string) =>
  using(url, async ({ sql }) => {
    expect(await sql`select current_user as me`).toEqual([{ me: 'kaimen_app' }])
    await sql`insert into record (actor_name, actor_role, act, subject, subject_id) values ('a', 'b', 'c', 'd', 'e')`
    for (const refused of [
      'delete from record',
      'drop table record',
      'create table more (id int)',
      `insert into test_clock (ahead) values ('1 day')`,
    ]) {
      await expect(sql.unsafe(refused)).rejects.toMatchObject({ code: '42501' })
    }
  })

for (const { name, here, start } of servers)
  describe.skipIf(!here)(here ? `on ${name}` : `on ${name} (skipped: it is not on this machine)`, () => {
    beforeAll(async () => {
      cluster = await start()
      await asAdmin(`create role county login password 'county'; create role website login password 'county'`)
      await asAdmin('drop database if exists kaimen')
    })
    beforeEach(async () => {
      await asAdmin('drop database if exists county with (force)')
      await asAdmin('drop role if exists kaimen_app')
      await asAdmin('alter role county nocreaterole')
      await asAdmin('create database county owner county')
    })
    afterAll(() => cluster?.remove())

    test('a login that may make roles prepares everything itself, and the app gives up its rights', async () => {
      await asAdmin('alter role county createrole')
      await migrate({ ownerUrl: login('county') })
      await migrate({ ownerUrl: login('county') })
      await expectLimits(login('county'))
    })

    test('a login that may not is told in one line what the administrator must run, and that line is enough', async () => {
      const refused = await migrate({ ownerUrl: login('county') }).catch((error: Error) => error.message)
      expect(refused).toMatch(/^[^\n]*An administrator runs once: (CREATE ROLE .*;)$/)
      await asAdmin(/runs once: (.*)$/.exec(refused as string)![1]!)
      await migrate({ ownerUrl: login('county') })
      await expectLimits(login('county'))
    })

    test('with DATABASE_OWNER_URL the app has a login of its own, which cannot take the owner’s rights back', async () => {
      await asAdmin('alter role county createrole')
      await migrate({ ownerUrl: login('county'), appUrl: login('website') })
      await expectLimits(login('website'))
      await using(login('website'), async ({ sql }) => {
        await expect(sql.unsafe('reset role; delete from record')).rejects.toMatchObject({ code: '42501' })
      })
    })

    test('two processes that start at the same time prepare it once', async () => {
      await asAdmin('alter role county createrole')
      await Promise.all([
        migrate({ ownerUrl: login('county') }),
        migrate({ ownerUrl: login('county') }),
        migrate({ ownerUrl: login('county') }),
      ])
      await expectLimits(login('county'))
    })

    test('a login that may not create tables is told so', async () => {
      await asAdmin('create role kaimen_app; grant kaimen_app to website')
      await expect(migrate({ ownerUrl: login('website') })).rejects.toThrow('ALTER DATABASE "county" OWNER TO "website";')
    })

    test.each([
      ['fsync', 'fsync'],
      ['full_page_writes', 'full_page_writes'],
    ])('a server with %s off is refused', async (_, setting) => {
      const becomes = (value: string) =>
        expect
          .poll(() =>
            asAdmin(`select pg_reload_conf(); show ${setting}`).then(
              (results) => (results as unknown as { [key: string]: string }[][])[1]![0]![setting],
            ),
          )
          .toBe(value)
      await asAdmin(`alter system set ${setting} = off`)
      await becomes('off')
      await expect(migrate({ ownerUrl: login('county') })).rejects.toThrow(`${setting} off`)
      await asAdmin(`alter system reset ${setting}`)
      await becomes('on')
    })

    test('a database with synchronous_commit off is refused', async () => {
      await asAdmin('alter database county set synchronous_commit = off')
      await expect(migrate({ ownerUrl: login('county') })).rejects.toThrow('synchronous_commit off')
    })

    test('a database that does not store Unicode is refused', async () => {
      await asAdmin('drop database county')
      await asAdmin(`create database county owner county template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`)
      await expect(migrate({ ownerUrl: login('county') })).rejects.toThrow('stores SQL_ASCII')
    })

    test('a database in which similar Chinese texts would not be found is refused', async () => {
      await asAdmin('drop database county')
      await asAdmin(`create database county owner county template template0 encoding 'UTF8' locale_provider libc locale 'C'`)
      await asAdmin('create extension pg_trgm', 'county')
      await expect(migrate({ ownerUrl: login('county') })).rejects.toThrow('finds no similar Chinese texts')
    })

    test('a database that a newer version has used is refused', async () => {
      await asAdmin('alter role county createrole')
      await migrate({ ownerUrl: login('county') })
      await asAdmin(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9000000000000)`, 'county')
      await expect(migrate({ ownerUrl: login('county') })).rejects.toThrow('newer version')
    })
  })
