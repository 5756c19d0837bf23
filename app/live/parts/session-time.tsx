import { Instant } from '~/consultations/parts/instant'
import { showDay, showTime } from '~/web/dates'
import { usePage } from '~/web/page'

type Props = { of: { startsAt: Date | string; endsAt: Date | string } }

/** From when to when; of two times on one day the day once. */
export function SessionTime({ of }: Props) {
  const { lang, county } = usePage()
  const [from, to] = [new Date(of.startsAt), new Date(of.endsAt)]
  const oneDay = showDay(from, lang, county.zone) === showDay(to, lang, county.zone)
  return (
    <>
      <Instant at={from} /> – {oneDay ? <time dateTime={to.toISOString()}>{showTime(to, county.zone)}</time> : <Instant at={to} />}
    </>
  )
}
