import type { ReactNode } from 'react'
import { Button } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import type { FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { Refusal, type Refused } from './refusal'
import { deskTrail } from './trail'

export type Result = { state: FormState; refused?: Refused }
type Props = {
  day: { id: number; title: string; lang: string }
  noun: 'groups' | 'questions'
  id: number
  errors: FormErrors
  /** Why nothing can be changed here. */
  refused: Refused | undefined
  result: Result | undefined
  /** The fields, filled in. */
  children: ReactNode
}

/** One group or question, changed in its place. */
export function PartPage({ day, noun, id, errors, refused, result, children }: Props) {
  const { t } = useTranslation(['open-days', 'web'])
  const list = `/desk/open-days/${day.id}/${noun}`
  return (
    <Page
      title={t(`desk.${noun}.change-one`)}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      errors={errors}
      trail={[...deskTrail(t, day), { label: t(`desk.task.${noun}`), href: list }]}
    >
      <Refusal refused={result?.refused ?? refused} />
      {refused ? null : (
        <form method="post" action={address(`${list}/${id}`)} className="form" noValidate>
          {children}
          <Button>{t('web:save')}</Button>
        </form>
      )}
    </Page>
  )
}
