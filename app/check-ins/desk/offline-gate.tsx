import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button, LinkButton } from '~/ui/button'
import { Field } from '~/ui/field'
import { Main } from '~/ui/main'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { usePage, useTitle } from '~/web/page'
import { noStore } from '~/web/responses.server'
import { gateOf } from '../at-gate.server'
import { GateVerdict } from '../parts/gate-verdict'
import { DEVICE_MAX } from '../rules'
import { checkInsWords } from '../words'

export const headers = () => noStore

/** A tool on a phone: no header, no footer, and nobody's name, for it is kept there. */
export const handle = { alone: true }

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day } = await gateOf(context, params.id)
  return json({ id: day.id, title: day.title, lang: day.lang }, { headers: noStore })
}

export default function OfflineGate() {
  const { t } = useTranslation('check-ins')
  const { id, title, lang } = useLoaderData<typeof loader>()
  useTitle(t('gate.title'))
  return (
    <Main>
      <link rel="stylesheet" href={address('/gate/gate.css')} />
      <h1 className="gate-title">
        {t('gate.title')} <small lang={lang}>{title}</small>
      </h1>
      <Plain id={id} />
      <Tool id={id} />
      <script type="module" src={address('/gate/gate.js')} />
    </Main>
  )
}

/** Stands there until the script finds that the browser can do everything. */
function Plain({ id }: { id: number }) {
  const { t } = useTranslation('check-ins')
  return (
    <section id="gate-plain" className="gate-plain">
      <h2>{t('gate.plain-title')}</h2>
      <p id="gate-lacks" data-old={t('gate.lacks.old')} data-insecure={t('gate.lacks.insecure')}>
        {t('gate.lacks.script')}
      </p>
      <p>{t('gate.plain-text')}</p>
      <LinkButton href={address(`/desk/open-days/${id}/check-in`)}>{t('gate.plain')}</LinkButton>
    </section>
  )
}

function Tool({ id }: { id: number }) {
  const { t } = useTranslation('check-ins')
  const { lang, county } = usePage()
  const below = address(`/desk/open-days/${id}`)
  const words = checkInsWords[lang === 'en' ? 'en' : 'zh'].gate.device
  return (
    <div
      id="gate"
      className="gate"
      hidden
      data-day={id}
      data-root={address('')}
      data-below={below}
      data-zone={county.zone}
      data-words={JSON.stringify(words)}
    >
      <p className="gate-bar">
        <strong id="gate-network" />
        <span id="gate-waiting" />
      </p>
      <form id="gate-naming" className="form" hidden>
        <Field name="device" label={t('gate.name')} hint={t('gate.name-hint')} maxLength={DEVICE_MAX} autoComplete="off" required />
        <Button>{t('gate.name-save')}</Button>
      </form>
      <div id="gate-work" hidden>
        <GateVerdict idle={words.idle} />
        <video id="gate-video" className="gate-video" muted playsInline hidden />
        <form id="gate-form" className="gate-form">
          <Field name="shown" label={t('gate.shown')} autoComplete="off" autoCapitalize="characters" spellCheck={false} enterKeyHint="go" />
          <Button>{t('gate.check')}</Button>
        </form>
        <p className="gate-buttons">
          <button type="button" className="button is-secondary" id="gate-camera" data-stop={t('gate.camera-stop')}>
            <span>{t('gate.camera')}</span>
          </button>
          <button type="button" className="button is-secondary" id="gate-send" hidden>
            <span>{t('gate.send')}</span>
          </button>
        </p>
        <p id="gate-trouble" className="gate-trouble" role="status" hidden />
        <p id="gate-sign-in" hidden>
          <a href={address('/sign-in', { back: `/desk/open-days/${id}/gate` })}>{t('gate.sign-in')}</a>
        </p>
        <section id="gate-differs" hidden>
          <h2>{t('gate.differs')}</h2>
          <ul />
        </section>
      </div>
      {/* Below everything that is pressed: it grows while the list and the page come in. */}
      <p className="gate-bar">
        <span id="gate-list" />
        <span id="gate-kept" />
      </p>
      <ul className="gate-ways" aria-label={t('gate.ways')}>
        <li>
          <a href={`${below}/walk-in`}>{t('gate.walk-in')}</a>
        </li>
        <li>
          <a href={`${below}/check-in`}>{t('gate.check-in')}</a>
        </li>
      </ul>
    </div>
  )
}
