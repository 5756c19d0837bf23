import { LinkButton } from '~/ui/button'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { ShownDetails } from '../reads.server'
import { ShowDetails } from './show-details'
import { ShownPeople } from './shown-people'

type Props = {
  here: string
  /** Masked. */
  details: ShownDetails | null
  filledIn: boolean
  asksPlate: boolean
  mayManage: boolean
  mayFill: boolean
}

/** On the desk page of a registration: what was asked of the party, masked, and the ways to see it or write it down. */
export function DetailsAtDesk({ here, details, filledIn, asksPlate, mayManage, mayFill }: Props) {
  const { t } = useTranslation('party-details')
  return (
    <Section id="details" title={t('desk.about')} lead={details ? (filledIn ? undefined : t('desk.missing')) : t('desk.nothing')}>
      {details ? <ShownPeople of={details} asksPlate={asksPlate} /> : null}
      {details && mayManage ? <ShowDetails here={here} /> : null}
      {mayManage && mayFill ? (
        <p>
          <LinkButton href={address(`${here}/details/entry`)} variant="secondary">
            {t('desk.entry')}
          </LinkButton>
        </p>
      ) : null}
    </Section>
  )
}
