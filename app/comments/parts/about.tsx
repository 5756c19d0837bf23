import { Details } from '~/ui/details'
import { address } from '~/web/address'
import { Around, PIECE } from '~/ui/around'
import { useTranslation } from '~/web/translation'
import type { CommentedOn } from '../form-reads.server'
import { articleName } from './article-name'

/** The article's own words to look at while writing, and the way to another one. */
export function About({ on }: { on: CommentedOn }) {
  const { t } = useTranslation('comments')
  const { about, slug, lang } = on
  return (
    <>
      {about ? (
        <Details
          summary={
            <Around sentence={t('new.article', { label: PIECE })}>
              <bdi lang={lang}>{articleName(about)}</bdi>
            </Around>
          }
          open
        >
          <p className="user-text" lang={lang} dir="auto">
            {about.body.trim()}
          </p>
        </Details>
      ) : null}
      <p>
        <a href={address(`/consultations/${slug}`) + (about ? `#${about.anchor}` : '#draft')}>
          {t(about ? 'new.other-article' : 'new.one-article')}
        </a>
      </p>
    </>
  )
}
