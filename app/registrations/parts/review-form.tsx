import type { SerializeFrom } from '@remix-run/node'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { Field } from '~/ui/field'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { TextArea } from '~/ui/text-area'
import type { FormErrors } from '~/web/form-errors'
import { useTranslation } from '~/web/translation'
import { choiceField, choices, ownWhyField } from '../desk-forms'
import type { Asked, Opened } from '../desk-reads.server'
import { DeskNeeds } from './desk-needs'
import { DeskSlot } from './desk-slot'

type Row = SerializeFrom<Opened>
type Props = { action: string; rows: Row[]; asked: Asked[]; lang: string; values: Record<string, string>; errors: FormErrors }

/** One after the other, with what they answered; decided together or a few at a time. */
export function ReviewForm({ action, rows, asked, lang, values, errors }: Props) {
  const { t } = useTranslation('registrations')
  return (
    <form method="post" action={action} className="form" noValidate>
      <p className="hint">{t('desk.review.waiting-rule')}</p>
      {rows.map((row) => (
        <One key={row.id} row={row} asked={asked} lang={lang} values={values} errors={errors} />
      ))}
      <TextArea
        name="why"
        label={t('desk.review.why')}
        mark={t('desk.entry.optional')}
        hint={t('desk.review.why-hint')}
        rows={3}
        value={values.why}
        error={errors.of('why')}
      />
      <ActionBar>
        <Button>{t('desk.review.do')}</Button>
      </ActionBar>
    </form>
  )
}

function One({ row, asked, lang, values, errors }: Omit<Props, 'rows' | 'action'> & { row: Row }) {
  const { t } = useTranslation('registrations')
  const own = ownWhyField(row.id)
  return (
    <Section title={t('desk.number', { number: row.number })}>
      <SummaryList
        plain
        items={[
          { key: t('desk.column.slot'), value: <DeskSlot slot={row.slot} /> },
          { key: t('desk.column.who'), value: <UserText>{row.name}</UserText> },
          { key: t('desk.column.size'), value: t('desk.people', { count: row.size }) },
          { key: t('desk.column.needs'), value: <DeskNeeds of={row} /> },
          ...asked.flatMap(({ id, label }) =>
            row.answers[id] ? [{ key: <UserText lang={lang}>{label}</UserText>, value: <UserText>{row.answers[id]}</UserText> }] : [],
          ),
        ]}
      />
      <RadioGroup
        name={choiceField(row.id)}
        legend={t('desk.review.legend', { number: row.number })}
        value={values[choiceField(row.id)] ?? 'later'}
        options={choices.map((value) => ({
          value,
          label: t(`desk.review.choice.${value}`),
          reveal:
            value === 'not-chosen' ? (
              <Field name={own} label={t('desk.review.own-why')} value={values[own]} error={errors.of(own)} autoComplete="off" />
            ) : undefined,
        }))}
      />
    </Section>
  )
}
