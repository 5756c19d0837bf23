import type { SerializeFrom } from '@remix-run/node'
import { SummaryList } from '~/ui/summary-list'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import type { MessageRow } from '../reads.server'
import type { Template } from '../templates'
import { State } from './message-table'

/** What is known of a message without opening it. */
export function AboutMessage({ message }: { message: SerializeFrom<MessageRow> }) {
  const { t } = useTranslation('messages')
  const { lang, county } = usePage()
  return (
    <SummaryList
      plain
      items={[
        { key: t('desk.what'), value: t(`template.${message.template as Template}`) },
        ...(message.contact ? [{ key: t('desk.to'), value: `${t(`way.${message.way}`)} ${message.contact}` }] : []),
        { key: t('desk.department'), value: (lang === 'en' && message.departmentEn) || message.department || t('desk.whole-county') },
        {
          key: t('desk.since'),
          value: <time dateTime={message.createdAt}>{showMinute(new Date(message.createdAt), lang, county.zone)}</time>,
        },
        { key: t('desk.state'), value: <State row={message} /> },
      ]}
    />
  )
}
