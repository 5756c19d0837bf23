import { useTranslation } from '~/web/translation'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import type { FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { Refusal, type Why } from './refusal'
import { reportCrumb, workTrail } from './trail'

type Props = {
  c: { id: number; title: string; lang: string }
  sent: { state: FormState; why: Why | null } | undefined
  /** The last part of the address. */
  act: string
  words: { title: string; lead: string; why: string; hint?: string; submit: string }
}

/** An act on the report that needs a reason and nothing else. */
export function WhyPage({ c, sent, act, words }: Props) {
  const { t } = useTranslation(['reports', 'web'])
  const errors = useFormErrors(sent?.state)
  const report = `/desk/consultations/${c.id}/report`
  return (
    <Page
      title={words.title}
      caption={<UserText lang={c.lang}>{c.title}</UserText>}
      lead={words.lead}
      errors={errors}
      trail={workTrail(t, c, reportCrumb(t, c.id))}
    >
      <Refusal why={sent?.why} id={c.id} />
      <form method="post" action={address(`${report}/${act}`)} className="form stack">
        <TextArea
          name="why"
          label={words.why}
          hint={words.hint}
          rows={4}
          value={sent?.state.values.why}
          error={errors.of('why')}
          required
        />
        <ActionBar>
          <Button>{words.submit}</Button>
          <LinkButton variant="secondary" href={address(report)}>
            {t('prepare.back')}
          </LinkButton>
        </ActionBar>
      </form>
    </Page>
  )
}
