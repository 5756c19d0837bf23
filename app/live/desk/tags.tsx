import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { departmentOptions } from '~/accounts/parts/department-options'
import { departmentList } from '~/accounts/reads.server'
import { Select } from '~/ui/select'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { useTranslation } from '~/web/translation'
import { concluded, mistyped, shownToAct } from '../acting.server'
import { hostAtQuestion } from '../desk-access.server'
import { tagForm } from '../desk-forms'
import { articlesFor } from '../desk-reads.server'
import { handleQuestion } from '../moderation-writes.server'
import { ActPage, type Acted } from '../parts/act-page'

async function tagging(context: AppLoadContext, params: LoaderFunctionArgs['params']) {
  const at = await hostAtQuestion(context, params)
  const [departments, articles] = await Promise.all([departmentList(), articlesFor(at.session.consultationId)])
  return { ...at, departments, articles }
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { session, question, departments, articles } = await tagging(context, params)
  return {
    shown: await shownToAct(request, session, question),
    owed: question.disposition === 'written',
    departments: departmentOptions(departments, context.lang),
    articles: articles.map(({ id, label, title }) => ({ value: String(id), label: `${label} ${title}`.trim(), lang: session.lang })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const at = await tagging(context, params)
  const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id)
  const owed = at.question.disposition === 'written'
  const form = await readForm(request, tagForm(ids(at.departments), ids(at.articles), owed), context)
  if (!form.ok) return mistyped(form.state)
  const { version, ...tags } = form.value
  const done = await handleQuestion(at.viewer, { sessionId: at.session.id, number: at.question.number, version }, tags)
  return concluded(request, at, 'tags', { done, values: form.values })
}

export default function Tags() {
  const { t } = useTranslation('live')
  const { shown, owed, departments, articles } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>() as Acted
  const errors = useFormErrors(acted?.state)
  const { departmentId, articleId } = shown.question
  const values = acted?.state?.values ?? { departmentId: String(departmentId ?? ''), articleId: String(articleId ?? '') }
  const select = (name: string) => ({ name, value: values[name], error: errors.of(name) })
  const none = { value: '', label: t('desk.none-of-them') }
  return (
    <ActPage act="tags" {...{ shown, acted, errors }}>
      <Select {...select('departmentId')} label={t('desk.department')} options={owed ? departments : [none, ...departments]} />
      {articles.length > 0 ? <Select {...select('articleId')} label={t('desk.meta.article')} options={[none, ...articles]} /> : null}
    </ActPage>
  )
}
