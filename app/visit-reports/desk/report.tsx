import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { namedDay } from '~/open-days/rules'
import { mayDecide } from '~/approval/rules'
import { Instant } from '~/consultations/parts/instant'
import { feedbackCounts } from '~/feedback/reads.server'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { MissingList } from '~/ui/refusal-note'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { Tag } from '~/ui/tag'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { atMaterial } from '../desk-access.server'
import { preparersOf } from '../desk-reads.server'
import { figuresOfDay } from '../figures-reads.server'
import { Figures } from '../parts/figures'
import { reportTrail } from '../parts/trail'
import { mayContinue, stateOf, workOf } from '../rules'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day, material, may } = await atMaterial(context, params.id)
  const { last, stage, missing, happened, questions, suggestions, photos } = material
  const [figures, preparers, feedback] = await Promise.all([figuresOfDay(day.id), preparersOf(day.id), feedbackCounts(day.id)])
  return {
    day: { ...namedDay(day), slug: day.slug, choosing: day.choosing },
    figures,
    missing: last?.publishedAt ? [] : missing,
    state: last && stateOf(last),
    last: last && { revision: last.revision, returnedWhy: last.submittedAt ? null : last.returnedWhy, publishedAt: last.publishedAt },
    out: material.revisions.some(({ publishedAt }) => publishedAt !== null),
    counts: { happened: happened.trim() ? 1 : 0, questions: questions.length, suggestions: suggestions.length, photos: photos.length },
    feedback: feedback.answers,
    mayEdit: may.ok,
    mayContinue: mayContinue(viewer, { ...day, stage }, last).ok,
    decision: mayDecide(viewer, workOf(day, last), preparers),
  }
}

export default function Report() {
  const { t } = useTranslation(['visit-reports', 'open-days', 'web'])
  const { day, figures, missing, state, last, out } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('desk.title')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.lead')}
      tag={
        <Tag tone={state === 'published' ? 'reported' : state === 'submitted' ? 'pending' : 'neutral'}>
          {state ? t(`desk.state.${state}`) : t('desk.not-begun')}
        </Tag>
      }
      trail={reportTrail(t, day, false)}
    >
      {last?.returnedWhy ? (
        <Notification tone="warning" title={t('desk.returned-title')}>
          <p className="user-text">{last.returnedWhy}</p>
        </Notification>
      ) : null}
      {last ? (
        <p>
          {t('revision', { revision: last.revision })}
          {last.publishedAt ? (
            <>
              {' '}
              · {t('published-on')} <Instant at={last.publishedAt} />
            </>
          ) : null}
          {out ? (
            <>
              {' '}
              · <a href={address(`/open-days/${day.slug}/report`)}>{t('desk.public-page')}</a>
            </>
          ) : null}
        </p>
      ) : null}
      <Parts />
      {missing.length > 0 ? (
        <Section title={t('desk.missing-title')} lead={t('desk.missing-lead')}>
          <div className="prose">
            <MissingList items={missing.map((each) => t(`desk.missing.${each}`))} />
          </div>
        </Section>
      ) : null}
      <Section title={t('figures.title')} lead={t('figures.lead')}>
        <Figures figures={figures} choosing={day.choosing} lang={day.lang} />
      </Section>
      <NextStep />
    </Page>
  )
}

function Parts() {
  const { t } = useTranslation(['visit-reports', 'web'])
  const { day, counts, feedback, mayEdit } = useLoaderData<typeof loader>()
  const at = (noun: string) => address(`/desk/open-days/${day.id}/${noun}`)
  const part = (noun: 'questions' | 'suggestions' | 'photos') => ({
    key: <a href={at(`report/${noun}`)}>{t(`desk.task.${noun}`)}</a>,
    value: t(`desk.about.${noun}`, { count: counts[noun] }),
  })
  return (
    <SummaryList
      items={[
        {
          key: mayEdit ? <a href={at('report/happened')}>{t('desk.task.happened')}</a> : t('desk.task.happened'),
          value: t(counts.happened ? 'desk.written' : 'desk.not-written'),
        },
        part('questions'),
        part('suggestions'),
        part('photos'),
        { key: <a href={at('feedback')}>{t('desk.task.feedback')}</a>, value: t('desk.about.feedback', { count: feedback }) },
      ]}
    />
  )
}

/** What this person can do next. */
function NextStep() {
  const { t } = useTranslation('visit-reports')
  const { day, state, missing, mayEdit, mayContinue, decision } = useLoaderData<typeof loader>()
  const link = (noun: string, label: string, variant?: 'secondary') => (
    <LinkButton href={address(`/desk/open-days/${day.id}/report/${noun}`)} variant={variant}>
      {label}
    </LinkButton>
  )
  if (mayEdit) return missing.length === 0 ? <ActionBar>{link('approval-request', t('desk.ask-approval'))}</ActionBar> : null
  if (mayContinue) return <ActionBar>{link('continuation', t('desk.continue'), 'secondary')}</ActionBar>
  if (decision.ok)
    return (
      <ActionBar>
        {link('publication', t('desk.check-and-publish'))}
        {link('return', t('desk.return'), 'secondary')}
      </ActionBar>
    )
  return state === 'submitted' ? <p>{t(decision.why === 'own-work' ? 'desk.why.own-work' : 'desk.waiting')}</p> : null
}
