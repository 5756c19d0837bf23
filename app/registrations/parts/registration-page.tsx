import type { SerializeFrom } from '@remix-run/node'
import { Contact } from '~/open-days/parts/contact'
import { Inset } from '~/ui/inset'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { showMinute } from '~/web/dates'
import { useFormErrors, type FormErrors } from '~/web/form-errors'
import { usePage } from '~/web/page'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { fieldOf } from '../forms'
import type { Registering } from '../registering.server'
import { RegistrationForm } from './registration-form'
import { trailOf } from './trail'
import { isShut, type Turn } from './turn'

export type ShownRegistering = SerializeFrom<Registering>

/** The form with what was typed, or why there can be none. */
export function RegistrationPage({ on, turn }: { on: ShownRegistering; turn: Turn }) {
  const { t } = useTranslation(['registrations', 'open-days', 'web'])
  const { lang, county } = usePage()
  const { day } = on
  const found = useFormErrors(turn)
  const errors = withLabels(found, on, t('web:colon'))
  const { why } = turn
  const instant = (at: string) => showMinute(new Date(at), lang, county.zone)
  return (
    <Page
      title={t('new.title')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={isShut(why) ? undefined : t('new.closes', { time: instant(day.closesAt!) })}
      trail={trailOf(day, t('open-days:title'))}
      errors={errors}
    >
      {why ? (
        <Notification tone="warning" title={why === 'too-many' ? t('new.too-many', { minutes: turn.minutes }) : t(`why.${why}`)} announce>
          {why === 'not-open-yet' ? (
            <p>
              {t('open-days:stands.scheduled-text')}
              {instant(day.opensAt!)}
            </p>
          ) : null}
        </Notification>
      ) : null}
      {on.invitation && !isShut(why) ? (
        <Inset>
          {t('new.invited')}
          <UserText lang={day.lang}>{on.invitation.group}</UserText>
        </Inset>
      ) : null}
      {isShut(why) || on.places.length === 0 ? <NoForm on={on} /> : <RegistrationForm on={on} values={turn.values} errors={errors} />}
    </Page>
  )
}

/** In the summary an answer's fault names its question. */
const withLabels = (errors: FormErrors, { day }: ShownRegistering, colon: string): FormErrors => ({
  ...errors,
  list: errors.list.map(({ id, message }) => {
    const question = day.questions.find((each) => fieldOf(each) === id)
    return { id, message: question ? `${question.label}${colon}${message}` : message }
  }),
})

function NoForm({ on: { day } }: { on: ShownRegistering }) {
  const { t } = useTranslation('registrations')
  return (
    <>
      <p>
        <a href={address(`/open-days/${day.slug}`)}>{t('new.back-to-day')}</a>
      </p>
      <Section title={t('new.contact-us')}>
        <Contact of={day} />
      </Section>
    </>
  )
}
