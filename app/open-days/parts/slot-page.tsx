import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import type { FormState } from '~/web/forms.server'
import { useFormErrors } from '~/web/form-errors'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { Refusal, type Refused } from './refusal'
import { SlotForm } from './slot-form'
import type { Group } from './slot-table'
import { deskTrail } from './trail'

export type Result = { state?: FormState; refused?: Refused }
type Props = {
  day: { id: number; title: string; lang: string }
  /** The last part of the form's address: `new`, or the slot's id. */
  slot: number | 'new'
  title: string
  values: Record<string, string | undefined>
  groups: Group[]
  refused?: Refused
  result: Result | undefined
}

/** One slot, planned anew or changed. */
export function SlotPage({ day, slot, title, values, groups, refused, result }: Props) {
  const { t } = useTranslation(['open-days', 'web'])
  const errors = useFormErrors(result?.state)
  return (
    <Page
      title={title}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      errors={errors}
      trail={[...deskTrail(t, day), { label: t('desk.task.slots'), href: `/desk/open-days/${day.id}/slots` }]}
    >
      <Refusal refused={result?.refused ?? refused} />
      {refused ? null : (
        <SlotForm
          action={address(`/desk/open-days/${day.id}/slots/${slot}`)}
          values={result?.state?.values ?? values}
          errors={errors}
          groups={groups}
        />
      )}
    </Page>
  )
}
