import { useTranslation } from '~/web/translation'
import { Diff } from '~/ui/diff'
import { compare } from '../comparison'

/** An article before and after, as one text with what went and what came. */
export function Change({ before, after, lang }: { before: string; after: string; lang: string }) {
  const { t } = useTranslation('reports')
  const labels = { ins: t('diff.ins'), insEnd: t('diff.insEnd'), del: t('diff.del'), delEnd: t('diff.delEnd') }
  return <Diff parts={compare(before, after)} labels={labels} lang={lang} />
}
