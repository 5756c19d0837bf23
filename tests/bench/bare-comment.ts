import '../../db/patched'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import postgres from 'postgres'

const sql = postgres(process.env.DATABASE_URL!, { max: 10, onnotice: () => {} })

/** A comment by form post with nothing around it: the number, the row, one commit, 303. */
const server = createServer(async (req, res) => {
  let text = ''
  for await (const chunk of req) text += chunk
  const form = new URLSearchParams(text)
  const code = randomBytes(16).toString('hex')
  await sql.begin(async (tx) => {
    const [taken] = await tx`
      update consultations set last_comment_number = last_comment_number + 1
       where slug = 'bench' and opens_at <= app_now() and closes_at >= app_now() returning id, last_comment_number as number`
    await tx`
      insert into comments (consultation_id, number, channel, stance, body, replacement, lang, display_name, receipt_key, receipt_sealed, form_key, form_print)
      values (${taken!.id}, ${taken!.number}, 'web', ${form.get('stance') as 'change'}, ${form.get('body')!}, '', 'zh-CN', '', ${code}, ${randomBytes(48)}, ${form.get('key')!}, ${code})`
  })
  res.writeHead(303, { Location: `/receipts/${code}` }).end()
})
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as { port: number }).port}`))
