import { useTranslation } from '~/web/translation'
import { CopyButton } from '~/ui/enhanced-buttons'
import { LinkButton } from '~/ui/button'
import { Quote, UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { usePage } from '~/web/page'
import type { CommentedOn } from '../form-reads.server'
import { officeOf } from './office'
import { PhoneLink } from './phone-link'

type Props = { on: CommentedOn; values: Record<string, string>; late: boolean }

/** Too late or too early: the words are given back, and the other ways are named. */
export function NotTaken({ on, values, late }: Props) {
  const { t } = useTranslation('comments')
  const typed = [values.body, values.replacement].filter((text) => text?.trim())
  return (
    <>
      {typed.length > 0 ? (
        <Section title={t('refused.typed')}>
          {typed.map((text, index) => (
            <Quote
              key={index}
              id={`typed-${index}`}
              text={text!}
              footer={
                <CopyButton target={`typed-${index}`} done={t('refused.copied')} failed={t('refused.copy-failed')}>
                  {t('refused.copy')}
                </CopyButton>
              }
            />
          ))}
        </Section>
      ) : null}
      {late ? <OtherWays on={on} /> : null}
      <p>
        <LinkButton href={address(`/consultations/${on.slug}`)} variant="secondary">
          {t('refused.back')}
        </LinkButton>
      </p>
    </>
  )
}

function OtherWays({ on }: { on: CommentedOn }) {
  const { t } = useTranslation('comments')
  const { county } = usePage()
  const office = officeOf(on, county)
  return (
    <Section title={t('refused.other-ways')}>
      <div className="prose">
        <ul>
          {office.phone ? (
            <li>
              {t('refused.phone')} <PhoneLink phone={office.phone} />
            </li>
          ) : null}
          {office.email ? (
            <li>
              {t('refused.email')} <a href={`mailto:${office.email}`}>{office.email}</a>
            </li>
          ) : null}
          {office.address ? (
            <li>
              {t('refused.address')} <UserText lang={office.lang}>{office.address}</UserText>
            </li>
          ) : null}
        </ul>
        <p>{t('refused.ways-late')}</p>
      </div>
    </Section>
  )
}
