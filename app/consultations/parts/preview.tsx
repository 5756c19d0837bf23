import { useTranslation } from '~/web/translation'
import { Section } from '~/ui/section'
import { usePage } from '~/web/page'
import type { Article, AttachedFile } from '../reads.server'
import { DraftUnit, isStructure } from './draft-unit'
import { fileSize, NoticeFacts, type NoticeText } from './notice'

type Props = { c: NoticeText & { title: string; summary: string }; articles: Article[]; files: AttachedFile[] }

/** The whole notice and draft as residents will read it, for the one who answers for it. */
export function Preview({ c, articles, files }: Props) {
  const { t } = useTranslation('consultations')
  const { lang } = usePage()
  const level = articles.some((article) => isStructure(article.kind)) ? 4 : 3
  return (
    <>
      <Section title={t('field.summary')}>
        <p className="user-text" lang={c.lang}>
          {c.summary}
        </p>
      </Section>
      <NoticeFacts c={c} />
      <Section title={t('note')}>
        <p className="user-text" lang={c.lang}>
          {c.explanatoryNote}
        </p>
      </Section>
      {files.length > 0 ? (
        <Section title={t('files.title')}>
          <ul lang={lang}>
            {files.map((file) => (
              <li key={file.id}>
                <bdi>{file.name}</bdi> <span className="hint">{fileSize(file.size)}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={t('draft.title')}>
        <div className="draft" lang={c.lang}>
          {articles.map((article) => (
            <DraftUnit key={article.id} article={article} level={level} contentsLabel={t('draft.contents')} tableLabel={t('draft.table')} />
          ))}
        </div>
      </Section>
    </>
  )
}
