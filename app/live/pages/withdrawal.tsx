import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { Quote, UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { conflict, noStore, redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { withdrawQuestion } from '../asking-writes.server'
import { trailOf } from '../parts/trail'
import { ownOf } from '../reads.server'
import { mayWithdraw } from '../rules'
import { numberIn, participantIn, sessionFor, shownSession } from '../session.server'

export async function loader({ params, ...given }: LoaderFunctionArgs) {
  const session = await sessionFor(params.code)
  const number = numberIn(params.number)
  const own = await ownOf(session.id, participantIn(session, given))
  const question = own.questions.find((each) => each.number === number)
  const may = question ? mayWithdraw(session.stage, question.state) : ({ ok: false, why: 'gone' } as const)
  const shown = { session: shownSession(session), number, body: question?.body ?? '', why: may.ok ? null : may.why }
  return json(shown, { status: question ? 200 : 404, headers: noStore })
}

export const headers = () => noStore

export async function action({ params, ...given }: ActionFunctionArgs) {
  const session = await sessionFor(params.code)
  const participant = participantIn(session, given)
  if (!participant) return conflict({ why: 'gone' as const })
  const done = await withdrawQuestion(session.id, participant, numberIn(params.number))
  return done.ok ? redirectTo(`/live/${session.code}/mine`) : conflict({ why: done.why })
}

/** Asks once more: it cannot be undone. */
export default function Withdrawal() {
  const { t } = useTranslation('live')
  const { session, number, body, why: before } = useLoaderData<typeof loader>()
  const why = useActionData<typeof action>()?.why ?? before
  const mine = `/live/${session.code}/mine`
  return (
    <Page
      title={t('withdrawal.title')}
      heading={why ? undefined : t('withdrawal.sure', { number })}
      caption={<UserText lang={session.lang}>{session.title}</UserText>}
      trail={[...trailOf(session, t('title')), { label: t('mine.title'), href: mine }]}
    >
      {body ? <Quote text={body} /> : null}
      {why ? (
        <>
          <Notification tone="warning" title={t(`withdrawal.${why}`)} announce />
          <p>
            <a href={address(mine)}>{t('mine.title')}</a>
          </p>
        </>
      ) : (
        <form method="post" action={address(`/live/${session.code}/questions/${number}/withdrawal`)}>
          <p>{t('withdrawal.means')}</p>
          <ActionBar>
            <Button variant="warning">{t('withdrawal.do')}</Button>
            <LinkButton href={address(mine)} variant="secondary">
              {t('withdrawal.keep')}
            </LinkButton>
          </ActionBar>
        </form>
      )}
    </Page>
  )
}
