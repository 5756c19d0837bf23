import { useTranslation } from '~/web/translation'
import { LinkButton } from '~/ui/button'
import { PageTitle } from '~/ui/page-title'
import { address } from './address'
import { usePage, useTitle } from './page'

export type FaultKind =
  'not-found' | 'forbidden' | 'cross-site' | 'too-large' | 'too-many' | 'method' | 'unreadable' | 'unavailable' | 'fault'

export function faultOf(status: number): FaultKind {
  switch (status) {
    case 400:
    case 415:
      return 'unreadable'
    case 403:
      return 'forbidden'
    case 404:
      return 'not-found'
    case 405:
      return 'method'
    case 413:
      return 'too-large'
    case 429:
      return 'too-many'
    case 503:
      return 'unavailable'
    default:
      return status < 500 ? 'not-found' : 'fault'
  }
}

// Keys, codes and choices have neither spaces nor letters beyond ASCII.
const isWritten = (value: string) => /[^\x21-\x7e]/.test(value.trim())

/** What happened, what is kept, whom to call, and the text that was typed. */
export function Fault({ kind, typed }: { kind: FaultKind; typed?: Record<string, string> }) {
  const { t } = useTranslation('web')
  const { county, requestId } = usePage()
  useTitle(t(`fault.${kind}.title`))
  const prose = Object.values(typed ?? {}).filter(isWritten)
  return (
    <>
      <PageTitle>{t(`fault.${kind}.title`)}</PageTitle>
      <p className="lead">{t(`fault.${kind}.text`)}</p>
      {kind === 'fault' || kind === 'unavailable' ? (
        <p>
          {t('fault.reference')}: <span className="code">{requestId}</span>
        </p>
      ) : null}
      {county.phone ? (
        <p>
          {t('fault.call')}: <a href={`tel:${county.phone.replace(/[^\d+]/g, '')}`}>{county.phone}</a>
        </p>
      ) : null}
      {prose.length > 0 ? (
        <>
          <h2>{t('fault.typed')}</h2>
          {prose.map((value, position) => (
            <pre key={position} className="user-text" dir="auto">
              {value}
            </pre>
          ))}
        </>
      ) : null}
      <LinkButton href={address('/')} variant="secondary">
        {t('fault.back')}
      </LinkButton>
    </>
  )
}
