import { List, ListRow } from '~/ui/list-row'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Tag } from '~/ui/tag'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { articleName } from './article-name'

type Waiting = {
  number: number
  late: boolean
  lang: string
  beginning: string
  article: { label: string | null; title: string | null; anchor: string | null } | null
}
type Props = { id: number; count: number; comments: readonly Waiting[] }

/** What nobody has accounted for yet; late ones apart, since they are no term of the balance. */
export function Unsorted({ id, count, comments }: Props) {
  const { t } = useTranslation('reports')
  const [inTime, late] = [comments.filter((one) => !one.late), comments.filter((one) => one.late)]
  return (
    <>
      <Section id="unsorted" title={t('desk.to-sort')} lead={count === 0 ? t('desk.all-sorted') : t('desk.to-sort-count', { count })}>
        {inTime.length > 0 ? <Rows id={id} comments={inTime} /> : null}
        {count > inTime.length ? <p className="hint">{t('desk.more-unsorted', { count: inTime.length })}</p> : null}
      </Section>
      {late.length > 0 ? (
        <Section title={t('desk.late-to-sort')}>
          <Rows id={id} comments={late} />
        </Section>
      ) : null}
    </>
  )
}

function Rows({ id, comments }: Pick<Props, 'id' | 'comments'>) {
  const { t } = useTranslation('reports')
  return (
    <List>
      {comments.map(({ number, beginning, lang, article, late }) => (
        <ListRow
          key={number}
          href={address(`/desk/consultations/${id}/sorting/${number}`)}
          title={t('desk.comment', { number })}
          tag={late ? <Tag tone="closing">{t('desk.late-mark')}</Tag> : null}
          meta={[{ label: t('point.article'), value: article && articleName(article) ? articleName(article) : t('point.whole') }]}
        >
          <UserText lang={lang}>{beginning}</UserText>
        </ListRow>
      ))}
    </List>
  )
}
