import { useTranslation } from '~/web/translation'
import { Details } from '~/ui/details'
import { UserText } from '~/ui/quote'
import { usePage } from '~/web/page'
import type { CommentedOn } from '../reads.server'
import { officeOf } from './office'

/** For people to whom a keyboard is in the way: speak, call, come, write. */
export function Easier({ on }: { on: CommentedOn }) {
  const { t } = useTranslation('comments')
  const { county } = usePage()
  const office = officeOf(on, county)
  return (
    <Details summary={t('new.easier')}>
      <ul>
        <li>{t('new.easier-voice')}</li>
        {office.phone ? (
          <li>
            {t('new.easier-phone')} <a href={`tel:${office.phone.replace(/[^\d+]/g, '')}`}>{office.phone}</a>
          </li>
        ) : null}
        {office.address ? (
          <li>
            {t('new.easier-counter')} <UserText>{office.address}</UserText>
          </li>
        ) : null}
      </ul>
      <p>{t('new.easier-same')}</p>
    </Details>
  )
}
