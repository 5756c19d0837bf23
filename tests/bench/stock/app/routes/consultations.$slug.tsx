import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import { departments } from '#db/schema/accounts'
import { comments } from '#db/schema/comments'
import { articles, consultations } from '#db/schema/consultations'
import { moderations } from '#db/schema/moderation'

const db = drizzle(postgres(process.env.DATABASE_URL!, { max: 10 }))

/** The page as a stock Remix app would write it: the same rows, no preparation, streamed and hydrated. */
export async function loader({ params }: LoaderFunctionArgs) {
  const [found] = await db
    .select()
    .from(consultations)
    .innerJoin(departments, eq(departments.id, consultations.departmentId))
    .where(eq(consultations.slug, params.slug!))
  if (!found) throw new Response(null, { status: 404 })
  const { id } = found.consultations
  const [draft, newest] = await Promise.all([
    db.select().from(articles).where(eq(articles.consultationId, id)).orderBy(asc(articles.position)),
    db
      .select({
        number: comments.number,
        name: comments.displayName,
        body: comments.body,
        stance: comments.stance,
        at: comments.receivedAt,
        article: articles.label,
      })
      .from(comments)
      .innerJoin(moderations, and(eq(moderations.consultationId, comments.consultationId), eq(moderations.number, comments.number)))
      .leftJoin(articles, eq(articles.id, comments.articleId))
      .where(and(eq(comments.consultationId, id), isNull(comments.withdrawnAt)))
      .orderBy(desc(comments.number))
      .limit(20),
  ])
  const { sourceText: _, ...notice } = found.consultations
  return json({ notice, department: found.departments.name, draft, newest })
}

export default function Consultation() {
  const { notice, department, draft, newest } = useLoaderData<typeof loader>()
  return (
    <main>
      <h1>{notice.title}</h1>
      <p>{department}</p>
      <p>{notice.summary}</p>
      <dl>
        <dt>征集时间</dt>
        <dd>
          {notice.opensAt} – {notice.closesAt}
        </dd>
        <dt>联系人</dt>
        <dd>
          {notice.contactPerson} {notice.contactPhone} {notice.contactEmail}
        </dd>
        <dt>依据</dt>
        <dd>{notice.legalBasis}</dd>
      </dl>
      <h2>起草说明</h2>
      <p>{notice.explanatoryNote}</p>
      <h2>征求意见稿</h2>
      {draft.map((article) => (
        <section key={article.id} id={article.anchor}>
          <h3>{article.label}</h3>
          <p>{article.body}</p>
          {article.commentable ? <a href={`/consultations/${notice.slug}/comments/new?article=${article.anchor}`}>我要提意见</a> : null}
        </section>
      ))}
      <h2>公众意见</h2>
      <ol>
        {newest.map((comment) => (
          <li key={comment.number}>
            <p>
              第{comment.number}号 {comment.name} {comment.article} {comment.stance} <time>{comment.at}</time>
            </p>
            <blockquote>{comment.body}</blockquote>
          </li>
        ))}
      </ol>
    </main>
  )
}
