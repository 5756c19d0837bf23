import { Section } from '~/ui/section'
import { useTranslation } from '~/web/translation'

/** The method in plain words, in the order in which it happens. */
export function HowDrawn() {
  const { t } = useTranslation('draws')
  return (
    <Section id="how" title={t('how.title')}>
      <div className="prose">
        <ol>
          {(['list', 'seed', 'draw', 'places'] as const).map((step) => (
            <li key={step}>{t(`how.${step}`)}</li>
          ))}
        </ol>
      </div>
    </Section>
  )
}
