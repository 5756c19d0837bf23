import { PhoneLink } from '~/comments/parts/phone-link'
import { SummaryList } from '~/ui/summary-list'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'

export type Office = {
  lang: string
  contactPerson: string
  contactPhone: string
  contactEmail: string
  department: { phone: string }
}

/** Whom to ask: as the notice says, else the department, else the county. */
export function Contact({ of }: { of: Office }) {
  const { t } = useTranslation('open-days')
  const { county } = usePage()
  const phone = of.contactPhone || of.department.phone || county.phone
  const email = of.contactEmail || county.email
  return (
    <SummaryList
      plain
      items={[
        ...(of.contactPerson ? [{ key: t('contact.person'), value: <bdi lang={of.lang}>{of.contactPerson}</bdi> }] : []),
        ...(phone ? [{ key: t('contact.phone'), value: <PhoneLink phone={phone} /> }] : []),
        ...(email ? [{ key: t('contact.email'), value: <a href={`mailto:${email}`}>{email}</a> }] : []),
      ]}
    />
  )
}
