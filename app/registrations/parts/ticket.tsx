import { Section } from '~/ui/section'
import { useTranslation } from '~/web/translation'

type Props = { ticket: { size: number; path: string }; listed: string; size: number }

/** Black on white in every display: it is read by machines. */
export function Ticket({ ticket, listed, size }: Props) {
  const { t } = useTranslation('registrations')
  return (
    <Section id="ticket" title={t('visit.ticket.title')}>
      <p>{t('visit.ticket.lead', { number: listed })}</p>
      <svg
        className="ticket"
        viewBox={`0 0 ${ticket.size} ${ticket.size}`}
        role="img"
        aria-label={t('visit.ticket.alt', { number: listed, count: size })}
        shapeRendering="crispEdges"
      >
        <rect width={ticket.size} height={ticket.size} fill="#fff" />
        <path d={ticket.path} fill="#000" />
      </svg>
    </Section>
  )
}
