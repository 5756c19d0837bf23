import { useTranslation } from '~/web/translation'
import { BarChart } from '~/ui/bar-chart'
import { Section } from '~/ui/section'
import { StackedBar, type Part } from '~/ui/stacked-bar'
import type { ReportDocument } from '../document'
import type { Disposition } from '../rules'
import { articleName } from './article-name'

const tones: Record<Disposition, Part['tone']> = {
  adopted: 'adopted',
  partly_adopted: 'partly',
  already_covered: 'already',
  not_adopted: 'not',
  out_of_scope: 'out',
  later_study: 'later',
  noted: 'noted',
}

type Props = { document: ReportDocument }

export function ByDisposition({ document: { figures, points } }: Props) {
  const { t } = useTranslation('reports')
  return (
    <Section level={3} title={t('report.by-disposition')}>
      <StackedBar
        caption={t('report.by-disposition-caption')}
        headers={{ label: t('point.disposition'), value: t('report.disposition-points'), share: t('report.disposition-comments') }}
        parts={figures.byDisposition.map(({ disposition, points: count, comments }) => ({
          label: t(`disposition.${disposition}`),
          value: count,
          tone: tones[disposition],
          share: comments,
        }))}
        total={{ label: t('balance.total'), value: points.length }}
      />
      <p className="hint">{t('report.disposition-note')}</p>
    </Section>
  )
}

export function ByChannel({ document: { figures } }: Props) {
  const { t } = useTranslation(['reports', 'comments'])
  return (
    <Section level={3} title={t('report.by-channel')}>
      <BarChart
        caption={t('report.by-channel-caption')}
        headers={{ label: t('balance.channel'), value: t('report.count') }}
        bars={figures.byChannel.map(({ channel, received }) => ({ label: t(`comments:channel.${channel}`), value: received }))}
      />
    </Section>
  )
}

export function ByArticle({ document: { figures, consultation } }: Props) {
  const { t } = useTranslation('reports')
  const name = (one: (typeof figures.byArticle)[number]) => <bdi lang={consultation.lang}>{articleName(one.article)}</bdi>
  const spoken = figures.byArticle.filter((one) => one.comments > 0)
  const silent = figures.byArticle.filter((one) => one.comments === 0)
  const whole = figures.onTheWhole > 0 ? [{ label: t('report.on-the-whole'), value: figures.onTheWhole }] : []
  return (
    <Section level={3} title={t('report.by-article')}>
      {spoken.length + whole.length > 0 ? (
        <BarChart
          caption={t('report.by-article-caption')}
          headers={{ label: t('point.article'), value: t('report.count') }}
          bars={[...whole, ...spoken.map((one) => ({ label: name(one), value: one.comments }))]}
        />
      ) : null}
      {silent.length > 0 ? (
        <>
          <h4>{t('report.without-comment', { count: silent.length })}</h4>
          <p lang={consultation.lang}>{silent.map((one) => one.article.label || articleName(one.article)).join(t('separator'))}</p>
        </>
      ) : null}
    </Section>
  )
}
