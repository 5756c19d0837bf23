import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isAtTheKeyboard } from '~/accounts/rules'
import { refused } from '~/decision'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atWork } from '../access.server'
import { preparersOf, workOf } from '../desk-reads.server'
import { documentOf } from '../document'
import { publicationForm } from '../forms'
import { Refusal, type Why } from '../parts/refusal'
import { ReportView } from '../parts/report-view'
import { reportCrumb, workTrail } from '../parts/trail'
import { mayPublishReport } from '../rules'
import { candidateOf, publishReport } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, c, now } = await atWork(context, params.id, ['publisher'])
  const [work, preparers] = await Promise.all([workOf(c.id), preparersOf(c.id)])
  const may = mayPublishReport({ ...work.facts, preparers }, viewer.id, now)
  if (may.ok) allowedIn(context, isAtTheKeyboard(viewer, now))
  const { material, seen } = await candidateOf(c.id, work)
  return { c, why: may.ok ? null : may.why, document: documentOf(material, now.toISOString()), seen }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { where, c } = await atWork(context, params.id, ['publisher'])
  const form = await readForm(request, publicationForm, context)
  const published = await publishReport(where, form.ok ? form.value.seen : '')
  if (!published.ok && published.why === 'sign-in-again') allowedIn(context, refused(published.why))
  return published.ok ? redirectTo(`/consultations/${c.slug}/report`) : conflict<{ why: Why }>({ why: published.why })
}

export default function Publication() {
  const { t } = useTranslation(['reports', 'web'])
  const { c, why, document, seen } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>() as { why: Why } | undefined
  const at = (path: string) => address(`/desk/consultations/${c.id}/report${path}`)
  return (
    <Page
      wide
      title={t('prepare.review-title')}
      caption={<UserText lang={c.lang}>{c.title}</UserText>}
      lead={t('prepare.publish-lead')}
      trail={workTrail(t, c, reportCrumb(t, c.id))}
    >
      <Refusal why={sent?.why ?? why} id={c.id} />
      <ReportView document={document} />
      <form method="post" action={at('/publication')}>
        <input type="hidden" name="seen" value={seen} />
        <ActionBar>
          {why ? null : <Button>{t('prepare.publish')}</Button>}
          {why ? null : (
            <LinkButton variant="secondary" href={at('/return')}>
              {t('prepare.return')}
            </LinkButton>
          )}
          <LinkButton variant="secondary" href={at('')}>
            {t('prepare.back')}
          </LinkButton>
        </ActionBar>
      </form>
    </Page>
  )
}
