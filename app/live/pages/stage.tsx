import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { languageOf } from '~/i18n'
import { UserText } from '~/ui/quote'
import { address, fullAddress } from '~/web/address'
import { useTitle } from '~/web/page'
import { forASecond, keptAsLoaded, plainly } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { onScreen } from '../board'
import { ScreenQuestion } from '../parts/screen-question'
import { SessionTime } from '../parts/session-time'
import { boardSince } from '../reads.server'
import { isOn } from '../rules'
import { sessionFor, shownSession } from '../session.server'

const NEXT = 3

/** A hall reads its own language, whatever the one who set the screen up reads; `?lang=` asks for the other. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = await sessionFor(params.code)
  const asked = new URL(request.url).searchParams.get('lang')
  context.lang = languageOf(asked, session.lang, context.lang)
  const board = await boardSince(session.id)
  const { current, next } = onScreen(board!.questions, NEXT, session.now)
  const join = fullAddress(context.origin, '/live').replace(/^https?:\/\//, '')
  return plainly({ session: shownSession(session), seq: board!.seq, stage: board!.stage, current, next, join, asked }, forASecond)
}

export const headers = keptAsLoaded

const headings = { prepared: 'begins', announced: 'begins', open: 'waiting', ended: 'over', closed: 'over' } as const

/** The projector of the hall has the whole screen. */
export const handle = { alone: true }

export default function Screen() {
  const { t } = useTranslation('live')
  const { session, seq, stage, current, next } = useLoaderData<typeof loader>()
  useTitle(`${session.title} – ${t('board.stage')}`)
  const on = isOn(stage)
  return (
    <main id="main" tabIndex={-1} className={`screen${current ? '' : ' is-idle'}`} data-code={session.code} data-seq={seq}>
      <h1 className="screen-title">
        <UserText lang={session.lang}>{session.title}</UserText>
      </h1>
      <section className="screen-now" aria-labelledby="screen-now">
        <h2 id="screen-now">{t(`screen.${current ? 'now' : headings[stage]}`)}</h2>
        {stage === 'announced' ? (
          <p>
            <SessionTime of={session} />
          </p>
        ) : null}
        {current ? <ScreenQuestion question={current} /> : null}
      </section>
      {on && next.length > 0 ? (
        <section className="screen-next" aria-labelledby="screen-next">
          <h2 id="screen-next">{t('screen.next')}</h2>
          <ul role="list">
            {next.map((question) => (
              <li key={question.number}>
                <ScreenQuestion question={question} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Join />
      <script type="module" src={address('/live/stage.js')}></script>
    </main>
  )
}

function Join() {
  const { t } = useTranslation('live')
  const { session, stage, join, asked } = useLoaderData<typeof loader>()
  const board = address(`/live/${session.code}`)
  return (
    <div className="screen-join">
      <img src={`${board}/qr.svg`} alt={t('screen.qr')} width="240" height="240" />
      <div>
        <p>
          {t(isOn(stage) ? 'screen.join' : 'screen.after')}
          <strong className="screen-address">{join}</strong>
          <strong className="screen-code">{session.code}</strong>
        </p>
        <p className="screen-links">
          <a href={address(`/live/${session.code}/stage`, { lang: asked })}>{t('screen.refresh')}</a>
          <a href={board}>{t('screen.board')}</a>
        </p>
      </div>
    </div>
  )
}
