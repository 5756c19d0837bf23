import { HowChosen } from '~/open-days/parts/choosing'
import { Contact } from '~/open-days/parts/contact'
import { DetailsState } from '~/party-details/parts/details-state'
import { ActionBar } from '~/ui/action-bar'
import { ConfirmationPanel } from '~/ui/confirmation-panel'
import { CopyButton, PrintButton } from '~/ui/enhanced-buttons'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import type { ShownVisit } from './shown-visit'
import { Ticket } from './ticket'
import { VisitDetails } from './visit-details'
import { VisitState } from './visit-state'

/** The visitor's hold on their places: what they have, when and where, and what they can still do. */
export function VisitPage({ visit }: { visit: ShownVisit }) {
  const { t } = useTranslation(['registrations', 'open-days'])
  const { code, state, contact, mayChange, slot } = visit
  return (
    <Page title={t('visit.title')} heading={null} trail={[{ label: t('find.title'), href: '/registrations' }]}>
      <ConfirmationPanel title={t(`state.${state}`)} codeLabel={t('visit.code')} code={code} />
      <ActionBar>
        <CopyButton target="code" done={t('visit.copied')} failed={t('visit.copy-failed')}>
          {t('visit.copy')}
        </CopyButton>
        <PrintButton>{t('visit.print')}</PrintButton>
      </ActionBar>
      <p>
        {t('visit.keep')} {visit.fresh && contact ? t('visit.told', { contact }) : null}
      </p>
      <VisitState visit={visit} />
      {visit.details ? <DetailsState code={code} details={visit.details} /> : null}
      {visit.ticket ? <Ticket ticket={visit.ticket} listed={`${slot.position}-${visit.number}`} size={visit.size} /> : null}
      <Section title={t('visit.what')}>
        <VisitDetails visit={visit} />
      </Section>
      {mayChange ? (
        <ul className="list-row-links" role="list">
          <li>
            <a href={address(`/registrations/${code}/party`)}>{t('visit.change')}</a>
          </li>
          {slot.cancelledAt ? null : (
            <li>
              <a href={address(`/registrations/${code}/calendar.ics`)}>{t('visit.calendar')}</a>
            </li>
          )}
          <li>
            <a href={address(`/registrations/${code}/cancellation`)}>{t(state === 'waiting' ? 'visit.leave' : 'visit.cancel')}</a>
          </li>
        </ul>
      ) : null}
      {state === 'waiting' || state === 'applied' ? (
        <Section title={t('open-days:choose.title')}>
          <HowChosen day={visit.day} />
        </Section>
      ) : null}
      <Section title={t('open-days:contact.title')}>
        <Contact of={visit.day} />
      </Section>
    </Page>
  )
}
