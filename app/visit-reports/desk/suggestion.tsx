import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { namedDay } from '~/open-days/rules'
import { dayOf } from '~/calendar/periods'
import { Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choices'
import { DateTimeField } from '~/ui/date-time-field'
import { Section } from '~/ui/section'
import { Select } from '~/ui/select'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { usePage } from '~/web/page'
import { conflict, notFound, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { decideSuggestion } from '../content-writes.server'
import { atMaterial } from '../desk-access.server'
import { officesToAsk } from '../desk-reads.server'
import { outcomeForm } from '../forms'
import { DeskPage } from '../parts/desk-page'
import { Outcomes } from '../parts/outcomes'
import type { Refused } from '../parts/refusal'
import { results } from '../rules'

async function atSuggestion({ params, context }: Pick<LoaderFunctionArgs, 'params' | 'context'>) {
  const found = await atMaterial(context, params.id, ['staff'])
  const suggestion = found.material.suggestions.find(({ id }) => String(id) === params.suggestion)
  if (!suggestion) throw notFound()
  return { ...found, suggestion }
}

export async function loader(args: LoaderFunctionArgs) {
  const { day, suggestion, refused, material } = await atSuggestion(args)
  const { id, number, text, outcomes, outcome } = suggestion
  const revision = material.last?.revision ?? 1
  const earlier = outcomes.filter((said) => said.revision < revision).map((said) => ({ ...said, publishedAt: said.publishedAt! }))
  return {
    day: { ...namedDay(day), departmentId: day.departmentId },
    suggestion: { id, number, text, outcome, earlier },
    offices: await officesToAsk(),
    today: dayOf(day.now, args.context.county.zone),
    refused,
  }
}

type Result = { state: FormState; refused?: Refused }

export async function action(args: ActionFunctionArgs) {
  const { viewer, day, suggestion } = await atSuggestion(args)
  const form = await readForm(args.request, outcomeForm(dayOf(day.now, args.context.county.zone)), args.context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const decided = await decideSuggestion(viewer, day.id, suggestion.id, form.value)
  return decided.ok
    ? redirectTo(`/desk/open-days/${day.id}/report/suggestions`)
    : conflict<Result>({ refused: decided, state: { values: form.values, errors: {} } })
}

export default function Suggestion() {
  const { t } = useTranslation('visit-reports')
  const { day, suggestion, today, refused } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  return (
    <DeskPage day={day} title={t('suggestions.number', { number: suggestion.number })} errors={errors} refused={result?.refused ?? refused}>
      {suggestion.earlier.length > 0 ? (
        <Section title={t('desk.suggestions.earlier')}>
          <Outcomes outcomes={suggestion.earlier} lang={day.lang} today={today} />
        </Section>
      ) : null}
      {refused ? null : <DecisionForm values={result?.state.values} errors={errors} />}
    </DeskPage>
  )
}

function DecisionForm({ values, errors }: { values: Record<string, string> | undefined; errors: ReturnType<typeof useFormErrors> }) {
  const { t } = useTranslation('visit-reports')
  const { lang } = usePage()
  const { day, suggestion, offices, today } = useLoaderData<typeof loader>()
  const { outcome } = suggestion
  const said = values ?? {
    text: suggestion.text,
    ...(outcome && { result: outcome.result, reason: outcome.reason, dueOn: outcome.dueOn ?? '' }),
    departmentId: String(outcome?.departmentId ?? day.departmentId),
  }
  const typed = (name: keyof typeof said) => ({ name, value: said[name] as string | undefined, error: errors.of(name) })
  return (
    <form method="post" action={address(`/desk/open-days/${day.id}/report/suggestions/${suggestion.id}`)} className="form" noValidate>
      <TextArea
        {...typed('text')}
        label={t('desk.suggestions.text')}
        hint={t('desk.suggestions.text-hint')}
        rows={3}
        lang={day.lang}
        required
      />
      <RadioGroup
        {...typed('result')}
        legend={t('desk.suggestions.result')}
        options={results.map((value) => ({ value, label: t(`result.${value}`) }))}
        required
      />
      <TextArea
        {...typed('reason')}
        label={t('desk.suggestions.reason')}
        hint={t('desk.suggestions.reason-hint')}
        rows={4}
        lang={day.lang}
      />
      <Select
        {...typed('departmentId')}
        label={t('desk.suggestions.department')}
        options={offices.map(({ id, name, nameEn }) => ({ value: String(id), label: (lang === 'en' && nameEn) || name }))}
      />
      <DateTimeField {...typed('dueOn')} dateOnly min={today} label={t('desk.suggestions.due')} hint={t('desk.suggestions.due-hint')} />
      <Button>{t('desk.save')}</Button>
    </form>
  )
}
