import { useTranslation } from '~/web/translation'
import { Table } from '~/ui/table'
import { Tag } from '~/ui/tag'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import type { Article } from '../reads.server'
import type { UNIT_KINDS } from '../rules'

type Props = { id: number; lang: string; articles: Article[]; editable: boolean }

/** Source on one side, how it is read on the other: the left column read downwards is the whole draft. */
export function UnitTable({ id, lang, articles, editable }: Props) {
  const { t } = useTranslation(['consultations', 'web'])
  const kind = (article: Article) => t(`unit.${article.kind as (typeof UNIT_KINDS)[number]}`)
  return (
    <Table<Article>
      caption={t('units-caption')}
      rows={articles}
      rowKey={(article) => article.id}
      empty={t('units-none')}
      columns={[
        {
          header: t('unit-source'),
          cell: (article) => (
            <div className="user-text" lang={lang}>
              {article.body.replace(/^\n+|\n+$/g, '')}
            </div>
          ),
        },
        {
          header: t('unit-read-as'),
          cell: (article) => (
            <div id={article.anchor}>
              <p>
                <strong lang={lang}>{`${article.label} ${article.title}`.trim() || '—'}</strong>
              </p>
              <p>{kind(article)}</p>
              {article.commentable ? (
                <p>
                  <Tag tone="open">{t('unit-commentable')}</Tag>
                </p>
              ) : null}
              {editable ? (
                <p>
                  <a href={`${address(`/desk/consultations/${id}/articles`, { unit: article.anchor })}#correction`}>
                    {t('correct')}
                    <VisuallyHidden>
                      {t('web:colon')}
                      {article.label || article.title || kind(article)}
                    </VisuallyHidden>
                  </a>
                </p>
              ) : null}
            </div>
          ),
        },
      ]}
    />
  )
}
