import { Instant } from '~/consultations/parts/instant'
import { UserText } from '~/ui/quote'
import { SummaryList } from '~/ui/summary-list'
import { useTranslation } from '~/web/translation'

type Props = { lang: string; draw: { source: string; speaksAt: string; namedAt: string } }

export function SourceFacts({ lang, draw }: Props) {
  const { t } = useTranslation('draws')
  return (
    <SummaryList
      plain
      items={[
        { key: t('source.what'), value: <UserText lang={lang}>{draw.source}</UserText> },
        { key: t('source.speaks-at'), value: <Instant at={draw.speaksAt} /> },
        { key: t('source.named-at'), value: <Instant at={draw.namedAt} /> },
      ]}
    />
  )
}
