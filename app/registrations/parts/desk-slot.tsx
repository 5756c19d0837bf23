import { UserText } from '~/ui/quote'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'

type Slot = { position: number; name: string; startsAt: Date | string }

/** A slot as staff calls it. */
export function useSlotName() {
  const { t } = useTranslation('registrations')
  return ({ position, name }: Pick<Slot, 'position' | 'name'>) => `${t('desk.slot', { position })}${name ? ` ${name}` : ''}`
}

export function useMinute() {
  const { lang, county } = usePage()
  return (at: Date | string) => showMinute(new Date(at), lang, county.zone)
}

/** With its name and when it starts. */
export function DeskSlot({ slot }: { slot: Slot }) {
  const name = useSlotName()
  const minute = useMinute()
  return (
    <>
      <UserText>{name(slot)}</UserText>
      {/* A space: line breaks may come before the time, and a screen reader hears two words. */}{' '}
      <time dateTime={new Date(slot.startsAt).toISOString()}>{minute(slot.startsAt)}</time>
    </>
  )
}
