import type { ReactNode } from 'react'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { Refusal, type Refused } from './refusal'
import { reportTrail, type NamedDay } from './trail'

type Props = {
  day: NamedDay
  title: string
  lead?: string
  errors?: FormErrors
  refused?: Refused
  /** Buttons beside the way back. */
  acts?: ReactNode
  children?: ReactNode
}

/** A page below the report at the desk: why something cannot be done, the content, the way back. */
export function DeskPage({ day, title, lead, errors, refused, acts, children }: Props) {
  const { t } = useTranslation(['visit-reports', 'open-days', 'web'])
  return (
    <Page title={title} caption={<UserText lang={day.lang}>{day.title}</UserText>} lead={lead} errors={errors} trail={reportTrail(t, day)}>
      <Refusal refused={refused} />
      {children}
      <ActionBar>
        {acts}
        <LinkButton href={address(`/desk/open-days/${day.id}/report`)} variant="secondary">
          {t('desk.back')}
        </LinkButton>
      </ActionBar>
    </Page>
  )
}
