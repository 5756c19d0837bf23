import type { SerializeFrom } from '@remix-run/node'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Details } from '~/ui/details'
import { Select } from '~/ui/select'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { SlotAtDesk } from '../desk-reads.server'
import { states } from '../rules'
import { useMinute, useSlotName } from './desk-slot'

type Props = { here: string; slots: SerializeFrom<SlotAtDesk>[]; slot?: number; state?: string }

export function ListFilter({ here, slots, slot, state }: Props) {
  const { t } = useTranslation('registrations')
  const name = useSlotName()
  const minute = useMinute()
  const any = { value: '', label: t('desk.any') }
  const narrowed = slot !== undefined || state !== undefined
  return (
    <Details summary={t('desk.filter')} open={narrowed}>
      <form className="form" method="get" action={address(here)}>
        <Select
          name="slot"
          label={t('desk.only-slot')}
          width="medium"
          value={String(slot ?? '')}
          options={[any, ...slots.map((each) => ({ value: String(each.id), label: `${name(each)} ${minute(each.startsAt)}` }))]}
        />
        <Select
          name="state"
          label={t('desk.only-state')}
          width="medium"
          value={state ?? ''}
          options={[any, ...states.map((value) => ({ value, label: t(`desk.state.${value}`) }))]}
        />
        <ActionBar>
          <Button variant="secondary">{t('desk.show')}</Button>
          {narrowed ? <a href={address(here)}>{t('desk.clear')}</a> : null}
        </ActionBar>
      </form>
    </Details>
  )
}
