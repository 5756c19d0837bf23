import type { SerializeFrom } from '@remix-run/node'
import { Instant } from '~/consultations/parts/instant'
import { List, ListRow } from '~/ui/list-row'
import { UserText } from '~/ui/quote'
import { Tag } from '~/ui/tag'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { OwnComment } from '../own-reads.server'
import { articleName } from './article-name'

const tones = { open: 'pending', closed: 'closed', reported: 'reported', withdrawn: 'withheld' } as const
type Stands = keyof typeof tones

/** What somebody has sent from their account; each row opens its receipt. */
export function OwnComments({ comments }: { comments: readonly SerializeFrom<OwnComment>[] }) {
  const { t } = useTranslation('comments')
  return (
    <List label={t('own.label')}>
      {comments.map(({ code, title, lang, number, article, receivedAt, stands }) => (
        <ListRow
          key={code}
          href={address(`/receipts/${code}`)}
          title={<UserText lang={lang}>{title}</UserText>}
          tag={<Tag tone={tones[stands as Stands]}>{t(`own.${stands as Stands}`)}</Tag>}
          meta={[
            { label: t('own.comment'), value: t('number', { number }) },
            { label: t('new.about'), value: article ? articleName(article) : t('new.whole') },
            { label: t('own.received'), value: <Instant at={receivedAt} /> },
          ]}
        />
      ))}
    </List>
  )
}
