import { useTranslation } from '~/web/translation'
import { Instant } from '~/consultations/parts/instant'
import { Details } from '~/ui/details'
import { UserText } from '~/ui/quote'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import type { CommentedOn } from '../reads.server'
import { articleName } from './article-name'

/** What the comment is about, until when, and the article's own words to look at while writing. */
export function About({ on }: { on: CommentedOn }) {
  const { t } = useTranslation('comments')
  const { about, slug, lang } = on
  const name = about ? articleName(about) : t('new.whole')
  return (
    <>
      <SummaryList
        plain
        items={[
          { key: t('receipt.consultation'), value: <UserText lang={lang}>{on.title}</UserText> },
          { key: t('new.about'), value: about ? <UserText lang={lang}>{name}</UserText> : name },
          { key: t('receipt.next.close'), value: <Instant at={on.closesAt} /> },
        ]}
      />
      {about ? (
        <Details summary={t('new.article', { label: name })} open>
          <p className="user-text" lang={lang} dir="auto">
            {about.body}
          </p>
        </Details>
      ) : null}
      <p>
        <a href={address(`/consultations/${slug}`) + (about ? `#${about.anchor}` : '#draft')}>{t('new.other-article')}</a>
      </p>
    </>
  )
}
