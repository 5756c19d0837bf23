import { Card } from '~/ui/card'
import { KeyFigures } from '~/ui/key-figures'
import { address } from '~/web/address'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import type { Shown } from '../rules'
import { Instant } from './instant'
import { WholeDraftButton } from './whole-draft-button'

type Props = {
  c: Pick<Shown, 'slug' | 'stage' | 'daysLeft' | 'comments' | 'closesAt' | 'reportedAt'> & { contactPhone: string }
  /** Parts of the draft that take comments. */
  units: number
  files: number
  publicComments: number
}

/** The notice in a few figures, and the way to each of its parts. */
export function AtAGlance({ c, units, files, publicComments }: Props) {
  const { t } = useTranslation('consultations')
  const { county } = usePage()
  const isOpen = c.stage === 'open'
  return (
    <Card title={t('glance')} tone="paper">
      <KeyFigures
        items={[
          ...(isOpen ? [{ label: t('left'), value: c.daysLeft, unit: t('day-unit', { count: c.daysLeft }) }] : []),
          { label: t('comments'), value: c.comments, unit: t('item-unit', { count: c.comments }) },
        ]}
      />
      <p>
        {t('glance-closes')} <Instant at={c.closesAt!} />
      </p>
      {isOpen ? <WholeDraftButton slug={c.slug} /> : null}
      <ul>
        <li>
          <a href="#notice">{t('notice.title')}</a>
        </li>
        <li>
          <a href="#note">{t('note')}</a>
        </li>
        {files > 0 ? (
          <li>
            <a href="#files">{t('files.title')}</a>
          </li>
        ) : null}
        <li>
          <a href="#draft">{t('draft.title')}</a> <span className="hint">{t('units', { count: units })}</span>
        </li>
        <li>
          <a href="#comments">{t('newest.title')}</a> <span className="hint">{publicComments}</span>
        </li>
        {c.reportedAt ? (
          <li>
            <a href={address(`/consultations/${c.slug}/report`)}>{t('read-report')}</a>
          </li>
        ) : null}
      </ul>
      <p className="hint">
        {t('glance-help')} {c.contactPhone || county.phone}
      </p>
    </Card>
  )
}
