import '../../db/patched'
import { createServer } from 'node:http'
import postgres from 'postgres'

const sql = postgres(process.env.DATABASE_URL!, { max: 10 })
const escape = (text: unknown) => String(text ?? '').replace(/[&<>"]/g, (found) => `&#${found.charCodeAt(0)};`)

/** The same rows and words without any framework: what the machine can do. */
const server = createServer(async (req, res) => {
  const slug = decodeURIComponent(req.url!.split('/')[2]!)
  const [notice] =
    await sql`select c.*, d.name as department from consultations c join departments d on d.id = c.department_id where c.slug = ${slug}`
  const [draft, newest] = await Promise.all([
    sql`select * from articles where consultation_id = ${notice!.id} order by position`,
    sql`select c.number, c.display_name, c.body, c.stance, c.received_at, a.label from comments c
        join moderations m using (consultation_id, number) left join articles a on a.id = c.article_id
        where c.consultation_id = ${notice!.id} and c.withdrawn_at is null order by c.number desc limit 20`,
  ])
  const html = `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(notice!.title)}</title></head><body><main><h1>${escape(notice!.title)}</h1>
<p>${escape(notice!.department)}</p><p>${escape(notice!.summary)}</p><p>${escape(notice!.legal_basis)}</p><p>${escape(notice!.explanatory_note)}</p>
${draft.map((each) => `<section id="${escape(each.anchor)}"><h3>${escape(each.label)}</h3><p>${escape(each.body)}</p><a href="/consultations/${escape(slug)}/comments/new?article=${escape(each.anchor)}">我要提意见</a></section>`).join('\n')}
<ol>${newest.map((each) => `<li><p>第${each.number}号 ${escape(each.display_name)} ${escape(each.label)} ${escape(each.stance)} ${each.received_at.toISOString()}</p><blockquote>${escape(each.body)}</blockquote></li>`).join('\n')}</ol></main></body></html>`
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.end(html)
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}`))
