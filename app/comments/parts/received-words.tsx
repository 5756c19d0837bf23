import { UserText } from '~/ui/quote'
import { SummaryList, type SummaryItem } from '~/ui/summary-list'
import { address } from '~/web/address'
import { showSecond } from '~/web/dates'
import { usePage } from '~/web/page'
import { DepartmentName } from '~/accounts/parts/department-name'
import { useTranslation } from '~/web/translation'
import { articleName } from './article-name'
import type { ShownReceipt } from './shown-receipt'

/** What was received, word for word, and the instant of the database clock. */
export function ReceivedWords({ receipt }: { receipt: ShownReceipt }) {
  return <SummaryList plain items={[...useCircumstances(receipt), ...useSaid(receipt)]} />
}

function useCircumstances({ notice, about, channel, receivedAt, enteredAt, late, number }: ShownReceipt): SummaryItem[] {
  const { t } = useTranslation('comments')
  const { lang, county } = usePage()
  const instant = (at: string) => <time dateTime={at}>{showSecond(new Date(at), lang, county.zone)}</time>
  const items: SummaryItem[] = [
    {
      key: t('receipt.consultation'),
      value: (
        <a href={address(`/consultations/${notice.slug}`)}>
          <UserText lang={notice.lang}>{notice.title}</UserText>
        </a>
      ),
    },
    { key: t('receipt.department'), value: <DepartmentName of={notice.department} /> },
    { key: t('receipt.number'), value: t('receipt.number-value', { number }) },
    {
      key: t('receipt.at-time'),
      value: late ? (
        <>
          {instant(receivedAt)}
          <br />
          {t('receipt.late')}
        </>
      ) : (
        instant(receivedAt)
      ),
    },
  ]
  if (channel !== 'web')
    items.push({ key: t('receipt.channel'), value: t(`channel.${channel}`) }, { key: t('receipt.entered'), value: instant(enteredAt) })
  items.push({ key: t('receipt.about'), value: about ? <UserText lang={notice.lang}>{articleName(about)}</UserText> : t('new.whole') })
  return items
}

function useSaid({ stance, body, replacement, lang, authorName, displayName, contactMasked, moderation }: ShownReceipt): SummaryItem[] {
  const { t } = useTranslation('comments')
  const words = (text: string) => (
    <p className="user-text" dir="auto" lang={lang}>
      {text}
    </p>
  )
  const items: SummaryItem[] = []
  if (stance) items.push({ key: t('receipt.stance'), value: t(`stance.${stance}`) })
  items.push({ key: t('receipt.body'), value: words(body) })
  if (replacement) items.push({ key: t('receipt.replacement'), value: words(replacement) })
  if (authorName) {
    const shown =
      displayName && moderation?.visibility !== 'withheld' ? t('receipt.shown-as', { name: displayName }) : t('receipt.shown-none')
    items.push({
      key: t('receipt.name'),
      value: (
        <>
          <UserText>{authorName}</UserText> <bdi className="hint">{shown}</bdi>
        </>
      ),
    })
  }
  if (contactMasked) items.push({ key: t('receipt.contact'), value: <bdi>{contactMasked}</bdi> })
  return items
}
