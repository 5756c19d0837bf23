import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { publicCommentCounts, publicComments } from '~/comments/reads.server'
import { SessionsAbout } from '~/live/parts/sessions-about'
import { sessionsAboutDraft } from '~/live/reads.server'
import { answeredOnArticles } from '~/live/transcript-reads.server'
import { DayRow } from '~/open-days/parts/day-row'
import { openDaysAbout } from '~/open-days/reads.server'
import { toShownDay } from '~/open-days/rules'
import { List } from '~/ui/list-row'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { notFound, plainly } from '~/web/responses.server'
import { AtAGlance } from '../parts/at-a-glance'
import { Draft, type AskedOn } from '../parts/draft'
import { NewestComments } from '../parts/newest-comments'
import { Attachments, NoticeFacts, Prose } from '../parts/notice'
import { Instant } from '../parts/instant'
import { ReadAloud } from '../parts/read-aloud'
import { StageLine } from '../parts/stage-line'
import { StageTag } from '../parts/stage-tag'
import { WholeDraftButton } from '../parts/whole-draft-button'
import { articlesOf, consultationBySlug, filesOf, type AttachedFile } from '../reads.server'
import { reportDue, toShown } from '../rules'

const NEWEST = 20
const noFiles: AttachedFile[] = []
const noSessions: Awaited<ReturnType<typeof sessionsAboutDraft>> = []
const noneAsked: Awaited<ReturnType<typeof answeredOnArticles>> = []

export async function loader({ params, context }: LoaderFunctionArgs) {
  const found = await consultationBySlug(params.slug)
  if (!found) throw notFound()
  const [articles, files, comments, counts, days, sessions, asked] = await Promise.all([
    articlesOf(found.id),
    found.attachments > 0 ? filesOf(found.id) : noFiles,
    publicComments(found.id, { limit: NEWEST }),
    publicCommentCounts(found.id),
    openDaysAbout(found.id),
    found.sessions > 0 ? sessionsAboutDraft(found.id) : noSessions,
    found.sessions > 0 ? answeredOnArticles(found.id) : noneAsked,
  ])
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const c = toShown({ ...found, comments: found.lastCommentNumber })
  return plainly({
    c,
    articles,
    files,
    comments,
    total,
    days: days.map(toShownDay),
    sessions,
    due: c.stage === 'closed' ? reportDue(found.closesAt!, context.county.reportWithinDays, context.county.zone) : null,
    counts: Object.fromEntries(counts),
    asked: byArticle(asked),
  })
}

function byArticle(asked: (AskedOn & { anchor: string })[]) {
  const found: Record<string, AskedOn[]> = {}
  for (const { anchor, code, number } of asked) (found[anchor] ??= []).push({ code, number })
  return found
}

export default function Consultation() {
  const { t } = useTranslation('consultations')
  const { c, articles, files, comments, counts, asked, total, days, sessions } = useLoaderData<typeof loader>()
  return (
    <Page
      title={c.title}
      heading={<UserText lang={c.lang}>{c.title}</UserText>}
      caption={t('kind')}
      tag={<StageTag stage={c.stage} closingIn={c.closingSoon ? c.daysLeft : undefined} />}
      lead={<Prose text={c.summary} lang={c.lang} />}
      trail={[{ label: t('title'), href: '/consultations' }]}
      aside={<AtAGlance c={c} units={articles.filter((each) => each.commentable).length} files={files.length} publicComments={total} />}
      asideLabel={t('glance')}
    >
      <StageLine stage={c.stage} opensAt={c.opensAt} closesAt={c.closesAt} reportedAt={c.reportedAt} />
      <WhereItStands />
      <NoticeFacts c={c} />
      <Section id="note" title={t('note')}>
        <ReadAloud target="note-text" what={t('note')} />
        <p className="user-text" id="note-text" lang={c.lang}>
          {c.explanatoryNote}
        </p>
      </Section>
      <Attachments slug={c.slug} files={files} />
      {days.length > 0 ? (
        <Section id="open-days" title={t('open-days')} lead={t('open-days-lead')}>
          <List label={t('open-days')}>
            {days.map((day) => (
              <DayRow key={day.id} day={day} />
            ))}
          </List>
        </Section>
      ) : null}
      <SessionsAbout sessions={sessions} />
      <Section id="draft" title={t('draft.title')} lead={c.stage === 'open' ? t('draft.lead') : undefined}>
        <Draft slug={c.slug} lang={c.lang} articles={articles} counts={counts} asked={asked} open={c.stage === 'open'} />
        {c.stage === 'open' ? <WholeDraftButton slug={c.slug} /> : null}
      </Section>
      <NewestComments slug={c.slug} lang={c.lang} stage={c.stage} comments={comments} total={total} received={c.comments} />
    </Page>
  )
}

function WhereItStands() {
  const { t } = useTranslation('consultations')
  const { c, due } = useLoaderData<typeof loader>()
  if (c.stage === 'open') return <WholeDraftButton slug={c.slug} />
  if (c.stage === 'scheduled')
    return (
      <Notification title={t('scheduled.title')}>
        {t('scheduled.text')} <Instant at={c.opensAt!} />
      </Notification>
    )
  if (c.stage === 'closed') {
    return (
      <Notification title={t('closed.title')}>
        <p>
          {t('closed.text', { count: c.comments })} <Instant at={due!} dayOnly />
        </p>
      </Notification>
    )
  }
  return (
    <Notification tone="success" title={t('reported.title')}>
      <p>
        <a href={address(`/consultations/${c.slug}/report`)}>{t('reported.link')}</a>
      </p>
    </Notification>
  )
}
