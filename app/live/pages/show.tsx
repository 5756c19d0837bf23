import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Prose } from '~/consultations/parts/notice'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { forASecond, keptAsLoaded, noStore, plainly } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { boardPage, marksOf, viewOf } from '../board'
import { BoardControls, BoardPages, BoardState } from '../parts/board-controls'
import { LiveLine } from '../parts/live-line'
import { QuestionItem } from '../parts/question-item'
import { SessionFacts } from '../parts/session-facts'
import { SessionTag } from '../parts/session-tag'
import { answerersOf, boardSince, ownOf } from '../reads.server'
import { isOn } from '../rules'
import { participantIn, sessionFor, shownSession } from '../session.server'

/** Whoever has done nothing here yet gets the page that everybody gets. */
export async function loader({ params, ...given }: LoaderFunctionArgs) {
  const session = await sessionFor(params.code)
  const participant = participantIn(session, given)
  const [board, answerers, own] = await Promise.all([
    boardSince(session.id),
    answerersOf(session.id),
    participant && ownOf(session.id, participant),
  ])
  const { seq, stage, questions } = board!
  const asked = viewOf(new URL(given.request.url).searchParams, session.consultation !== null)
  const { page, ...rest } = boardPage(questions, asked, session.now)
  const answering = answerers.filter(({ removedAt }) => !removedAt)
  const shown = { session: shownSession(session), seq, stage, answering, view: { ...asked, page }, supported: own?.supported ?? [] }
  return plainly({ ...shown, ...rest }, participant ? noStore : forASecond)
}

export const headers = keptAsLoaded

export default function Board() {
  const { t } = useTranslation('live')
  const { session, stage, answering, view, count, pages } = useLoaderData<typeof loader>()
  const { code, title, lang, summary, consultation } = session
  return (
    <Page
      title={title}
      heading={<UserText lang={lang}>{title}</UserText>}
      caption={t('title')}
      tag={<SessionTag stage={stage} />}
      trail={[{ label: t('title'), href: '/live' }]}
      aside={
        <div id="about">
          <SessionFacts session={session} answerers={answering} />
          {isOn(stage) ? <AlsoShown code={code} /> : null}
        </div>
      }
      asideLabel={t('glance')}
    >
      {isOn(stage) ? null : <Notification title={t('board.over')} />}
      <Ways />
      {summary ? (
        <p className="lead">
          <Prose text={summary} lang={lang} />
        </p>
      ) : null}
      <Section id="questions" title={t('board.title')}>
        <BoardControls code={code} view={view} hasDraft={consultation !== null} />
        <div id="board-count">
          <BoardState code={code} view={view} count={count} takesPart={isOn(stage)} />
        </div>
        {stage === 'closed' ? null : <LiveLine code={code} view={view} />}
        <Questions />
        <BoardPages code={code} view={view} pages={pages} />
      </Section>
    </Page>
  )
}

function Ways() {
  const { t } = useTranslation('live')
  const { session, stage } = useLoaderData<typeof loader>()
  const at = (part: string) => address(`/live/${session.code}/${part}`)
  return (
    <ActionBar>
      {isOn(stage) ? <LinkButton href={at('questions/new')}>{t('board.ask')}</LinkButton> : null}
      <a href={at('mine')}>{t('board.mine')}</a>
      {isOn(stage) ? null : <a href={at('transcript')}>{t('board.transcript')}</a>}
      <a href="#about">{t('glance')}</a>
    </ActionBar>
  )
}

function AlsoShown({ code }: { code: string }) {
  const { t } = useTranslation('live')
  return (
    <p className="board-state">
      <a href={address(`/live/${code}/stage`)}>{t('board.stage')}</a>
      <a href={address(`/live/${code}/transcript`)}>{t('board.transcript')}</a>
    </p>
  )
}

function Questions() {
  const { t } = useTranslation('live')
  const { session, stage, seq, shown, supported, view } = useLoaderData<typeof loader>()
  const none = view.q ? 'none-found' : 'none'
  const text = view.q ? 'none-found-text' : isOn(stage) && session.premoderated ? 'none-text' : null
  return (
    <>
      <div id="board-none">
        {shown.length > 0 ? null : <EmptyState title={t(`board.${none}`)}>{text ? t(`board.${text}`) : null}</EmptyState>}
      </div>
      <ul id="board" className="board" role="list" tabIndex={-1} data-code={session.code} data-seq={seq} data-stage={stage}>
        {shown.map((question) => (
          <li key={question.number} id={`question-${question.number}`} data-number={question.number} data-marks={marksOf(question)}>
            <QuestionItem of={session} question={question} takesPart={isOn(stage)} supported={supported.includes(question.number)} />
          </li>
        ))}
      </ul>
    </>
  )
}
