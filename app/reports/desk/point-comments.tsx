import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { commentsForDesk } from '~/comments/reads.server'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { CheckboxGroup } from '~/ui/choices'
import { UserText } from '~/ui/quote'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { readForm } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { pointAtWork } from '../access.server'
import { membersForm } from '../forms'
import { Refusal } from '../parts/refusal'
import { pointsCrumb, workTrail } from '../parts/trail'
import { changePointComments } from '../point-writes.server'

const SHOWN = 200

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { c, work, point } = await pointAtWork(context, params, ['staff'])
  const inPoint = await commentsForDesk(c.id, { numbers: point.comments.slice(0, SHOWN), limit: SHOWN })
  const waiting = await commentsForDesk(c.id, { fate: null, limit: SHOWN })
  const elsewhere = (number: number) =>
    work.points.filter((one) => one.id !== point.id && one.comments.includes(number)).map((one) => one.number)
  const choices = [...inPoint, ...waiting].map(({ number, body, lang }) => ({
    number,
    lang,
    beginning: body.slice(0, 120),
    elsewhere: elsewhere(number),
    chosen: point.comments.includes(number),
  }))
  return { c, point: { number: point.number, summary: point.summary }, choices }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { where, c, point } = await pointAtWork(context, params, ['staff'])
  const form = await readForm(request, membersForm, context)
  if (!form.ok) return unprocessable({ state: form.state, why: null })
  const { shown, member } = form.value
  const changed = await changePointComments(where, point.number, {
    add: member.filter((one) => !point.comments.includes(one)),
    remove: shown.filter((one) => !member.includes(one)),
  })
  if (!changed.ok) return conflict({ state: { values: form.values, errors: {} }, why: changed.why })
  return redirectTo(`/desk/consultations/${c.id}/points/${point.number}`)
}

export default function PointComments() {
  const { t } = useTranslation(['reports', 'web'])
  const { c, point, choices } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const errors = useFormErrors(sent?.state)
  const name = t('point.number', { number: point.number })
  const here = `/desk/consultations/${c.id}/points/${point.number}`
  return (
    <Page
      title={t('members.title', { number: point.number })}
      caption={<UserText lang={c.lang}>{point.summary}</UserText>}
      lead={t('members.lead')}
      errors={errors}
      trail={workTrail(t, c, pointsCrumb(t, c.id), { label: name, href: here })}
    >
      <Refusal why={sent?.why} id={c.id} />
      <form method="post" action={address(`${here}/comments`)} className="form stack">
        {choices.map(({ number }) => (
          <input key={number} type="hidden" name="shown" value={number} />
        ))}
        {choices.length === 0 ? (
          <p>{t('members.none')}</p>
        ) : (
          <CheckboxGroup
            name="member"
            legend={t('members.legend')}
            hint={t('members.only')}
            values={choices.filter((one) => one.chosen).map((one) => String(one.number))}
            options={choices.map((one) => ({
              value: String(one.number),
              label: (
                <>
                  {t('desk.comment', { number: one.number })} · <UserText lang={one.lang}>{one.beginning}</UserText>
                </>
              ),
              hint: one.elsewhere.length > 0 ? t('members.elsewhere', { points: one.elsewhere.join(t('separator')) }) : undefined,
            }))}
          />
        )}
        <ActionBar>
          <Button>{t('members.submit')}</Button>
          <LinkButton variant="secondary" href={address(here)}>
            {t('web:cancel')}
          </LinkButton>
        </ActionBar>
      </form>
    </Page>
  )
}
