import { useTranslation } from '~/web/translation'
import { Details } from '~/ui/details'
import { UserText } from '~/ui/quote'
import { usePage } from '~/web/page'
import type { CommentedOn } from '../form-reads.server'
import { officeOf } from './office'
import { PhoneLink } from './phone-link'

/** For people to whom a keyboard is in the way: speak, call, come, write. */
export function Easier({ on }: { on: CommentedOn }) {
  const { t } = useTranslation('comments')
  const { county } = usePage()
  const office = officeOf(on, county)
  return (
    <Details summary={t('new.easier')}>
      <div className="prose">
        <ul>
          <li>{t('new.easier-voice')}</li>
          {office.phone ? (
            <li>
              {t('new.easier-phone')} <PhoneLink phone={office.phone} />
            </li>
          ) : null}
          {office.address ? (
            <li>
              {t('new.easier-counter')} <UserText lang={office.lang}>{office.address}</UserText>
            </li>
          ) : null}
        </ul>
        <p>{t('new.easier-same')}</p>
      </div>
    </Details>
  )
}
