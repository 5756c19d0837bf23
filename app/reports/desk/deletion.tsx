import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { Inset } from '~/ui/inset'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { pointAtWork } from '../access.server'
import { Refusal } from '../parts/refusal'
import { pointsCrumb, workTrail } from '../parts/trail'
import { deletePoint } from '../point-writes.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { c, point } = await pointAtWork(context, params, ['staff'])
  return { c, point: { number: point.number, summary: point.summary, comments: point.comments } }
}

export async function action({ params, context }: ActionFunctionArgs) {
  const { where, c, point } = await pointAtWork(context, params, ['staff'])
  const deleted = await deletePoint(where, point.number)
  return deleted.ok ? redirectTo(`/desk/consultations/${c.id}/points`) : conflict({ why: deleted.why })
}

export default function Deletion() {
  const { t } = useTranslation(['reports', 'web'])
  const { c, point } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const name = t('point.number', { number: point.number })
  const here = `/desk/consultations/${c.id}/points/${point.number}`
  return (
    <Page
      title={t('decide.remove')}
      caption={name}
      lead={t('decide.remove-hint')}
      trail={workTrail(t, c, pointsCrumb(t, c.id), { label: name, href: here })}
    >
      <Refusal why={sent?.why} id={c.id} />
      <Inset>
        <UserText lang={c.lang}>{point.summary}</UserText>
        {point.comments.length > 0 ? <p>{t('comment-numbers', { numbers: point.comments.join(t('separator')) })}</p> : null}
      </Inset>
      <form method="post" action={address(`${here}/deletion`)}>
        <ActionBar>
          <Button variant="warning">{t('decide.remove-submit')}</Button>
          <LinkButton variant="secondary" href={address(here)}>
            {t('web:cancel')}
          </LinkButton>
        </ActionBar>
      </form>
    </Page>
  )
}
