import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Instant } from '~/consultations/parts/instant'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { noStore } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { keepKey } from '../parts/keep-key'
import { OwnQuestion } from '../parts/own-question'
import { QuestionNumbers } from '../parts/question-numbers'
import { trailOf } from '../parts/trail'
import { ownOf } from '../reads.server'
import { isOn, mayWithdraw } from '../rules'
import { numberIn, participantIn, sessionFor, shownSession } from '../session.server'

export async function loader({ params, ...given }: LoaderFunctionArgs) {
  const session = await sessionFor(params.code)
  const own = await ownOf(session.id, participantIn(session, given))
  const asked = numberIn(new URL(given.request.url).searchParams.get('asked') ?? '')
  const questions = own.questions.map((each) => ({ ...each, mayWithdraw: mayWithdraw(session.stage, each.state).ok }))
  const place = questions.findIndex(({ number, state }) => number === asked && (state === 'pending' || state === 'published'))
  const received = place < 0 ? null : { ...questions[place]!, before: questions.length - 1 - place }
  const mutedUntil = own.mutedUntil && own.mutedUntil > session.now ? own.mutedUntil : null
  return json({ session: shownSession(session), own: { ...own, questions, mutedUntil }, received }, { headers: noStore })
}

export const headers = () => noStore

export default function Mine() {
  const { t } = useTranslation('live')
  const { session, own } = useLoaderData<typeof loader>()
  const { code, title, lang, stage } = session
  const live = stage !== 'closed' && own.questions.length > 0
  return (
    <Page
      title={t('mine.title')}
      caption={<UserText lang={lang}>{title}</UserText>}
      lead={t('mine.lead')}
      trail={trailOf(session, t('title'))}
    >
      <Received />
      {live ? <p id="mine-said" role="status" data-words={t('live-line.outcome')}></p> : null}
      <Barred />
      {own.questions.length === 0 ? (
        <EmptyState title={t('mine.none')}>{t('mine.none-text')}</EmptyState>
      ) : (
        <ul id="mine" className="board" role="list" data-code={code} data-seq={session.seq} data-mark={own.mark}>
          {own.questions.map((question) => (
            <li key={question.number} id={`question-${question.number}`}>
              <OwnQuestion code={code} lang={lang} question={question} />
            </li>
          ))}
        </ul>
      )}
      {own.supported.length > 0 ? (
        <Section id="supported" title={t('mine.supported')}>
          <p>
            <QuestionNumbers code={code} numbers={own.supported} />
          </p>
        </Section>
      ) : null}
      <ActionBar>
        {isOn(stage) && !own.banned ? <LinkButton href={address(`/live/${code}/questions/new`)}>{t('board.ask')}</LinkButton> : null}
        <a href={address(`/live/${code}`)}>{t('mine.open')}</a>
      </ActionBar>
      {live ? <script type="module" src={address('/live/mine.js')}></script> : null}
    </Page>
  )
}

function Received() {
  const { t } = useTranslation('live')
  const { received, session } = useLoaderData<typeof loader>()
  if (!received) return null
  return (
    <Notification tone="success" title={t('mine.received', { number: received.number })} announce>
      <p data-keep-clear={keepKey(session.code, received.before)}>
        {t(received.state === 'pending' ? 'mine.received-wait' : 'mine.received-out')}
      </p>
    </Notification>
  )
}

function Barred() {
  const { t } = useTranslation('live')
  const { own, session } = useLoaderData<typeof loader>()
  const { banned, mutedUntil, why } = own
  if (!banned && !mutedUntil) return null
  const muted = mutedUntil ? (
    <>
      {t('mine.muted')} <Instant at={mutedUntil} />
    </>
  ) : null
  return (
    <Notification tone="warning" title={banned ? t('mine.banned') : muted}>
      {why ? <p lang={session.lang}>{t('mine.barred-why', { why })}</p> : null}
    </Notification>
  )
}
