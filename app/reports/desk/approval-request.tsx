import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { atWork } from '../access.server'
import { Refusal } from '../parts/refusal'
import { reportCrumb, workTrail } from '../parts/trail'
import { submitReport } from '../writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { c } = await atWork(context, params.id, ['staff'])
  return { c }
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { where, c } = await atWork(context, params.id, ['staff'])
  const submitted = await submitReport(where)
  return submitted.ok ? redirectTo(`/desk/consultations/${c.id}/report`) : conflict({ why: submitted.why })
}

export default function ApprovalRequest() {
  const { t } = useTranslation(['reports', 'web'])
  const { c } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return (
    <Page
      title={t('prepare.submit')}
      caption={<UserText lang={c.lang}>{c.title}</UserText>}
      lead={t('prepare.submit-lead')}
      trail={workTrail(t, c, reportCrumb(t, c.id))}
    >
      <Refusal why={sent?.why} id={c.id} />
      <p>
        <a href={address(`/desk/consultations/${c.id}/report`)}>{t('prepare.back')}</a>
      </p>
    </Page>
  )
}
