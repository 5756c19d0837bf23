import type { ReactNode } from 'react'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { SlotTime } from '~/open-days/parts/slot-time'
import { LinkButton } from '~/ui/button'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import type { WhyNotChange } from '../rules'
import type { ShownVisit } from './shown-visit'

export type WhyNotAct = WhyNotChange | 'unknown'
type Props = { visit: ShownVisit; title: string; heading?: string; why?: WhyNotAct | null; errors?: FormErrors; children?: ReactNode }

/** A page that does one thing to a registration, or says why it cannot be done. */
export function VisitAct({ visit, title, heading, why, errors, children }: Props) {
  const { t } = useTranslation('registrations')
  const { code, day, slot } = visit
  return (
    <Page
      title={title}
      heading={heading}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={<SlotTime slot={slot} />}
      errors={errors}
      trail={[
        { label: t('find.title'), href: '/registrations' },
        { label: t('visit.title'), href: `/registrations/${code}` },
      ]}
    >
      {why ? <Notification tone="warning" title={t(`why.${why}`)} announce /> : null}
      {children ?? <BackToVisit code={code} />}
    </Page>
  )
}

export function BackToVisit({ code, label }: { code: string; label?: string }) {
  const { t } = useTranslation('registrations')
  return (
    <LinkButton href={address(`/registrations/${code}`)} variant="secondary">
      {label ?? t('visit.title')}
    </LinkButton>
  )
}

/** Why nothing can be changed any more, as far as the page knows. */
export const endedOr = ({ mayChange, state }: ShownVisit): WhyNotAct | null =>
  mayChange ? null : ['applied', 'waiting', 'offered', 'confirmed'].includes(state) ? 'slot-begun' : 'ended'
