import { eases, FEWEST_SHOWN, OVERALL, type Counts } from '~/feedback/rules'
import { BarChart } from '~/ui/bar-chart'
import { useTranslation } from '~/web/translation'

/** How visitors answered, in numbers; nothing but how many while there are few. */
export function FeedbackFigures({ counts: { answers, overall, ease } }: { counts: Counts }) {
  const { t } = useTranslation(['visit-reports', 'feedback'])
  if (answers === 0) return <p>{t('feedback.none')}</p>
  return (
    <>
      <p>{t('feedback.answers', { count: answers })}</p>
      {overall && ease ? (
        <>
          <BarChart
            caption={t('feedback:overall')}
            headers={{ label: t('feedback.answer'), value: t('feedback.people') }}
            bars={OVERALL.map((mark) => ({ label: t(`feedback:mark.m${mark}`), value: overall[mark - 1]! }))}
          />
          <BarChart
            caption={t('feedback:ease')}
            headers={{ label: t('feedback.answer'), value: t('feedback.people') }}
            bars={eases.map((each) => ({ label: t(`feedback:eases.${each}`), value: ease[each] }))}
          />
        </>
      ) : (
        <p className="hint">{t('feedback.few', { least: FEWEST_SHOWN })}</p>
      )}
    </>
  )
}
