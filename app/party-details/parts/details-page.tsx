import { DepartmentName } from '~/accounts/parts/department-name'
import { Contact, type Office } from '~/open-days/parts/contact'
import { SlotTime } from '~/open-days/parts/slot-time'
import { Around, PIECE } from '~/ui/around'
import { LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { showMinute } from '~/web/dates'
import type { FormErrors } from '~/web/form-errors'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { askedOf, type Asks, type WhyNotFill } from '../rules'
import { DetailsForm } from './details-form'
import { usePersonErrors } from './person-errors'

type On = {
  code: string
  size: number
  dueAt: string
  hints: Record<string, string>
  day: Asks & Office & { title: string; keptDays: number; department: { name: string; nameEn: string; phone: string } }
  slot: { startsAt: string; endsAt: string }
}
type Props = { on: On; values: Record<string, string>; why: WhyNotFill | 'size-changed' | 'unknown' | null; errors: FormErrors }

/** What is asked of those who have places: why, how long it is kept, and the form. */
export function DetailsPage({ on, values, why, ...props }: Props) {
  const { t } = useTranslation(['party-details', 'registrations', 'open-days'])
  const { lang, county } = usePage()
  const errors = usePersonErrors(props.errors)
  const { code, day, slot, size, hints } = on
  const shut = why !== null && why !== 'size-changed'
  const visit = `/registrations/${code}`
  return (
    <Page
      title={t('title')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={<SlotTime slot={slot} />}
      errors={errors}
      trail={[
        { label: t('registrations:find.title'), href: '/registrations' },
        { label: t('registrations:visit.title'), href: visit },
      ]}
    >
      {why ? <Notification tone="warning" title={t(`refused.${why}`)} announce /> : null}
      {shut ? (
        <p>
          <LinkButton href={address(visit)} variant="secondary">
            {t('back')}
          </LinkButton>
        </p>
      ) : (
        <>
          <div className="prose">
            <p>
              {t('lead')} {t('until', { time: showMinute(new Date(on.dueAt), lang, county.zone) })}
            </p>
            <ul>
              {askedOf(day).map(({ what, why: because }) => (
                <li key={what}>
                  {t('open-days:asked.because', { what: t(`what.${what}`) })}
                  <UserText lang={day.lang}>{because}</UserText>
                </li>
              ))}
            </ul>
            <p>{t('kept', { days: day.keptDays })}</p>
          </div>
          <DetailsForm
            action={`${visit}/details`}
            size={size}
            asks={day}
            values={values}
            hints={hints}
            errors={errors}
            consent={t('consent')}
            consentHint={<ConsentText department={day.department} />}
            back={{ href: visit, label: t('back') }}
          />
          <Section title={t('open-days:contact.title')}>
            <Contact of={day} />
          </Section>
        </>
      )}
    </Page>
  )
}

/** Names who will use it: consent is given to somebody. */
function ConsentText({ department }: { department: { name: string; nameEn: string } }) {
  const { t } = useTranslation('party-details')
  return (
    <Around sentence={t('consent-hint', { department: PIECE })}>
      <DepartmentName of={department} />
    </Around>
  )
}
