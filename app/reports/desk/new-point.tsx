import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atWork } from '../access.server'
import { commentableArticles } from '../desk-reads.server'
import { pointForm } from '../forms'
import { ArticleSelect } from '../parts/article-select'
import { Refusal } from '../parts/refusal'
import { pointsCrumb, workTrail } from '../parts/trail'
import { createPoint } from '../point-writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { c } = await atWork(context, params.id, ['staff'])
  return { c, articles: await commentableArticles(c.id) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { where, c } = await atWork(context, params.id, ['staff'])
  const form = await readForm(request, pointForm, context)
  if (!form.ok) return unprocessable({ state: form.state, why: null })
  const made = await createPoint(where, form.value)
  if (!made.ok) return conflict({ state: { values: form.values, errors: {} }, why: made.why })
  return redirectTo(`/desk/consultations/${c.id}/points/${made.number}`)
}

export default function NewPoint() {
  const { t } = useTranslation(['reports', 'web'])
  const { c, articles } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errors = useFormErrors(sent?.state)
  const here = `/desk/consultations/${c.id}/points`
  return (
    <Page
      title={t('decide.created-title')}
      caption={<UserText lang={c.lang}>{c.title}</UserText>}
      errors={errors}
      trail={workTrail(t, c, pointsCrumb(t, c.id))}
    >
      <Refusal why={sent?.why} id={c.id} />
      <form method="post" action={address(`${here}/new`)} className="form stack">
        <TextArea
          name="summary"
          label={t('decide.summary')}
          hint={t('decide.summary-hint')}
          rows={2}
          value={sent?.state.values.summary}
          error={errors.of('summary')}
          required
        />
        <ArticleSelect
          articles={articles}
          value={sent?.state.values.articleId}
          label={t('decide.article')}
          lang={c.lang}
          error={errors.of('articleId')}
        />
        <ActionBar>
          <Button>{t('decide.create')}</Button>
          <LinkButton variant="secondary" href={address(here)}>
            {t('web:cancel')}
          </LinkButton>
        </ActionBar>
      </form>
    </Page>
  )
}
