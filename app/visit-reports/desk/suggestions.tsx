import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { namedDay } from '~/open-days/rules'
import { DepartmentName } from '~/accounts/parts/department-name'
import { suggestedText } from '~/feedback/reads.server'
import { Button } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Table, type Column } from '~/ui/table'
import { Tag } from '~/ui/tag'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { addSuggestion } from '../content-writes.server'
import { atMaterial, atReport } from '../desk-access.server'
import { suggestionForm } from '../forms'
import { DeskPage } from '../parts/desk-page'
import type { Refused } from '../parts/refusal'
import { Removal } from '../parts/removal'
import { resultTone } from '../parts/result-tone'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { day, material, may } = await atMaterial(context, params.id)
  const from = may.ok ? await suggestedText(day.id, new URL(request.url).searchParams.get('from')) : ''
  const revision = material.last?.revision ?? 1
  const suggestions = material.suggestions.map(({ id, number, text, outcome, outcomes }) => ({
    ...{ id, number, text, outcome },
    removable: outcomes.every((said) => said.revision >= revision),
  }))
  return { day: namedDay(day), suggestions, from, editable: may.ok }
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await atReport(context, params.id, ['staff'])
  const form = await readForm(request, suggestionForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const added = await addSuggestion(viewer, day.id, form.value.text)
  return added.ok
    ? redirectTo(`/desk/open-days/${day.id}/report/suggestions/${added.id}`)
    : conflict<Result>({ refused: added, state: { values: form.values, errors: {} } })
}

export default function Suggestions() {
  const { t } = useTranslation('visit-reports')
  const { day, suggestions, from, editable } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const at = `/desk/open-days/${day.id}/report/suggestions`
  type Row = (typeof suggestions)[number]
  const columns: Column<Row>[] = [
    {
      header: t('desk.suggestions.text'),
      rowHeader: true,
      cell: ({ id, number, text }) => {
        const said = (
          <>
            {number}. <UserText lang={day.lang}>{text}</UserText>
          </>
        )
        return editable ? <a href={address(`${at}/${id}`)}>{said}</a> : said
      },
    },
    {
      header: t('desk.suggestions.result'),
      cell: ({ outcome }) =>
        outcome ? <Tag tone={resultTone[outcome.result]}>{t(`result.${outcome.result}`)}</Tag> : t('desk.suggestions.missing'),
    },
    {
      header: t('desk.suggestions.department'),
      cell: ({ outcome }) => (outcome ? <DepartmentName of={outcome.department} /> : '—'),
    },
    { header: t('desk.suggestions.due'), cell: ({ outcome }) => outcome?.dueOn ?? '—' },
  ]
  const removal: Column<Row> = {
    header: t('desk.remove'),
    cell: (row) => (row.removable ? <Removal path={`${at}/${row.id}/removal`} about={String(row.number)} /> : '—'),
  }
  return (
    <DeskPage day={day} title={t('desk.task.suggestions')} lead={t('desk.suggestions.lead')} errors={errors} refused={result?.refused}>
      <Table<Row>
        caption={t('desk.task.suggestions')}
        captionHidden
        rows={suggestions}
        rowKey={({ id }) => id}
        empty={t('desk.suggestions.none')}
        columns={editable ? [...columns, removal] : columns}
      />
      {editable ? (
        <Section title={t('desk.suggestions.add')} lead={from ? t('desk.suggestions.from') : undefined}>
          <form method="post" action={address(at)} className="form" noValidate>
            <TextArea
              name="text"
              label={t('desk.suggestions.text')}
              hint={t('desk.suggestions.text-hint')}
              rows={3}
              lang={day.lang}
              value={result?.state.values.text ?? from}
              error={errors.of('text')}
              required
            />
            <Button>{t('desk.suggestions.add')}</Button>
          </form>
        </Section>
      ) : null}
    </DeskPage>
  )
}
