import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayEdit } from '~/approval/rules'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { atDay } from '../desk-access.server'
import { plannedFor } from '../desk-reads.server'
import { SlotTable, useSlotName, type SentSlot } from '../parts/slot-table'
import { deskTrail } from '../parts/trail'
import { namedDay } from '../rules'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id)
  const { slots, groups } = await plannedFor(day.id)
  return { day: namedDay(day), slots, groups, editable: mayEdit(viewer, day).ok }
}

export default function Slots() {
  const { t } = useTranslation(['open-days', 'web'])
  const { day, slots, groups, editable } = useLoaderData<typeof loader>()
  const nameOf = useSlotName()
  const at = (path: string) => address(`/desk/open-days/${day.id}${path}`)
  const act = {
    header: t('desk.slots.edit'),
    cell: (slot: SentSlot) => (
      <ActionBar>
        <LinkButton href={at(`/slots/${slot.id}`)} variant="secondary" small>
          {t('desk.slots.edit')}
          <VisuallyHidden>{t('web:colon') + nameOf(slot)}</VisuallyHidden>
        </LinkButton>
        <form method="post" action={at(`/slots/${slot.id}/removal`)}>
          <Button variant="warning" small>
            {t('desk.remove')}
            <VisuallyHidden>{t('web:colon') + nameOf(slot)}</VisuallyHidden>
          </Button>
        </form>
      </ActionBar>
    ),
  }
  return (
    <Page
      title={t('desk.task.slots')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      trail={deskTrail(t, day)}
      lead={t('desk.slots.lead')}
      wide
    >
      <SlotTable slots={slots} groups={groups} lang={day.lang} act={editable ? act : undefined} />
      <ActionBar>
        {editable ? <LinkButton href={at('/slots/new')}>{t('desk.slots.add')}</LinkButton> : null}
        <LinkButton href={at('')} variant="secondary">
          {t('desk.back')}
        </LinkButton>
      </ActionBar>
    </Page>
  )
}
