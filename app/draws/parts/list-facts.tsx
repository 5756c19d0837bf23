import { Instant } from '~/consultations/parts/instant'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { DownloadIcon } from '~/ui/icons'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

type Props = { slug: string; draw: { frozenAt: string | null; entriesHash: string | null } | null; count: number }

export function ListFacts({ slug, draw, count }: Props) {
  const { t } = useTranslation('draws')
  if (!draw?.frozenAt)
    return (
      <Section id="list" title={t('list.title')}>
        <p>{t('list.none')}</p>
      </Section>
    )
  return (
    <Section id="list" title={t('list.title')}>
      <SummaryList
        plain
        items={[
          { key: t('list.count'), value: count },
          { key: t('list.frozen-at'), value: <Instant at={draw.frozenAt} /> },
          { key: t('list.hash'), value: <code className="code">{draw.entriesHash}</code> },
        ]}
      />
      <p className="hint">{t('list.columns')}</p>
      <ActionBar>
        <LinkButton variant="secondary" icon={<DownloadIcon />} href={address(`/open-days/${slug}/entries.txt`)}>
          {t('list.file')}
        </LinkButton>
      </ActionBar>
    </Section>
  )
}
