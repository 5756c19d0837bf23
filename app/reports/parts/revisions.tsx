import { useTranslation } from '~/web/translation'
import { Instant } from '~/consultations/parts/instant'
import { Section } from '~/ui/section'
import { Timeline } from '~/ui/timeline'
import { address } from '~/web/address'

export type RevisionLine = { revision: number; publishedAt: string; correctionWhy: string }

/** Every published revision with what it corrected; nothing is shown while there is only one. */
export function Revisions({ slug, current, revisions }: { slug: string; current: number; revisions: readonly RevisionLine[] }) {
  const { t } = useTranslation('reports')
  if (revisions.length < 2) return null
  return (
    <Section level={3} title={t('report.revisions-title')}>
      <Timeline
        items={revisions.map(({ revision, publishedAt, correctionWhy }) => {
          const name = t('report.revision', { revision })
          return {
            title: revision === current ? name : <a href={address(`/consultations/${slug}/report`, { revision })}>{name}</a>,
            when: <Instant at={publishedAt} />,
            children: (
              <p className="user-text" dir="auto">
                {correctionWhy || t('report.first')}
              </p>
            ),
          }
        })}
      />
    </Section>
  )
}
