import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { LinkButton } from '~/ui/button'
import { ActionBar } from '~/ui/action-bar'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { UserText } from '~/ui/quote'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { correctionForm } from '../forms'
import { Refusal, type Refused } from '../parts/refusal'
import { UnitCorrection } from '../parts/unit-correction'
import { UnitTable } from '../parts/unit-table'
import { articlesOf } from '../reads.server'
import { mayEdit } from '../rules'
import { correctDraft, type Correction } from '../draft-writes.server'
import { atDesk } from '../desk-access.server'
import { deskTrail } from '../parts/trail'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id)
  const articles = await articlesOf(c.id)
  const wanted = new URL(request.url).searchParams.get('unit')
  const may = mayEdit(viewer, c)
  const at = may.ok ? articles.findIndex((article) => article.anchor === wanted) : -1
  const selected = at < 0 ? undefined : { unit: articles[at]!, isFirst: at === 0 }
  return { id: c.id, title: c.title, lang: c.lang, articles, selected, editable: may.ok, characters: c.sourceText.length }
}

type Result = { state?: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id, ['staff'])
  const form = await readForm(request, correctionForm, context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const done = await correctDraft(viewer, c.id, correctionOf(form.value))
  if (!done.ok) return conflict<Result>({ refused: done })
  return redirectTo(`/desk/consultations/${c.id}/articles`)
}

const correctionOf = (typed: ReturnType<typeof correctionForm.parse>): Correction =>
  typed.do === 'relabel'
    ? { do: 'relabel', anchor: typed.anchor, heading: { kind: typed.kind, label: typed.label, title: typed.title } }
    : typed

export default function Articles() {
  const { t } = useTranslation(['consultations', 'web'])
  const { id, title, lang, articles, selected, editable, characters } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const commentable = articles.filter((article) => article.commentable).length
  return (
    <Page
      title={t('task.articles')}
      caption={<UserText lang={lang}>{title}</UserText>}
      errors={errors}
      wide
      trail={deskTrail(t, { id, title, lang })}
      lead={t('units-lead', { units: articles.length, commentable, characters })}
    >
      <Refusal refused={result?.refused} />
      {selected ? <UnitCorrection id={id} lang={lang} unit={selected.unit} isFirst={selected.isFirst} errors={errors} /> : null}
      <UnitTable id={id} lang={lang} articles={articles} editable={editable} />
      <ActionBar>
        <LinkButton href={address(`/desk/consultations/${id}`)}>{t('desk.back')}</LinkButton>
        {editable ? (
          <LinkButton href={address(`/desk/consultations/${id}/draft`)} variant="secondary">
            {t('import.another')}
          </LinkButton>
        ) : null}
      </ActionBar>
    </Page>
  )
}
