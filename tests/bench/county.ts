import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { startApp } from '../support/app'
import { ownCluster } from '../support/cluster'
import { createDatabase, inDatabase } from '../support/template'

const COMMENTS = 20
const ARTICLES = 12

/** A server, our app, and one open consultation with twelve articles and twenty public comments. */
export async function aCountyToMeasure(env: Record<string, string> = {}) {
  const own = await ownCluster()
  const server = {
    adminUrl: own.adminUrl,
    ownerUrl: own.ownerUrl,
    appUrl: own.url,
    prefix: `kaimen_test_${randomBytes(4).toString('hex')}`,
  }
  const database = `${server.prefix}_bench`
  await createDatabase(server, database, 'template0')
  const app = await startApp({ server, database, dataDir: own.dataDir, env: { DEMO: 'off', ...env } })
  const owner = postgres(inDatabase(own.ownerUrl, database), { max: 1, onnotice: () => {} })
  await fill(owner)
  const stop = async () => {
    await app.stop()
    await owner.end()
    await own.remove()
  }
  return { app, owner, databaseUrl: inDatabase(own.url, database), keyFile: `${own.dataDir}/kaimen.key`, stop }
}

async function fill(sql: postgres.Sql) {
  await sql`insert into county (name, phone) values ('测量县', '0000-0000') on conflict do nothing`
  const [department] = await sql`insert into departments (slug, name) values ('bench', '城乡建设局') returning id`
  const people = await sql`insert into accounts (name, role, department_id, email_key, password_hash)
    values ('甲', 'staff', ${department!.id}, 'a', 'none'), ('乙', 'publisher', ${department!.id}, 'b', 'none') returning id`
  const text = '为了方便居民办事，有关单位应当在本条规定的期限内公开办理的依据、条件、程序和结果，并且说明理由。'.repeat(3)
  const [consultation] = await sql`
    insert into consultations (slug, department_id, title, summary, explanatory_note, legal_basis, opens_at, closes_at, access, contact_phone,
      source_text, prepared_by, submitted_at, submitted_by, published_at, published_by, last_comment_number)
    values ('bench', ${department!.id}, '关于测量的办法（征求意见稿）', ${text}, ${text}, '某某条例', app_now() - interval '1 day', app_now() + interval '40 days',
      'nothing', '0000-0000', '', ${people[0]!.id}, app_now(), ${people[0]!.id}, app_now(), ${people[1]!.id}, ${COMMENTS})
    returning id`
  const { id } = consultation!
  await sql`insert into articles (consultation_id, position, anchor, kind, level, label, title, body, commentable)
    select ${id}, n, 'art-' || n, 'article', 0, '第' || n || '条', '', '第' || n || E'条\\u3000' || ${text} || E'\n', true from generate_series(1, ${ARTICLES}) n`
  await sql`insert into comments (consultation_id, number, article_id, stance, body, display_name, receipt_key, receipt_sealed, form_key, form_print)
    select ${id}, n, (select id from articles where consultation_id = ${id} and position = 1 + n % ${ARTICLES}), 'change', ${text} || n, '朱**',
      'r' || n, 'x'::bytea, 'f' || n, 'p' from generate_series(1, ${COMMENTS}) n`
  await sql`insert into moderations (consultation_id, number, visibility, decided_by) select ${id}, n, 'published', ${people[1]!.id} from generate_series(1, ${COMMENTS}) n`
  await sql`analyze`
}
