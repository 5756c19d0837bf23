import { DepartmentName } from '~/accounts/parts/department-name'
import { Instant } from '~/consultations/parts/instant'
import { Prose } from '~/consultations/parts/notice'
import { Tag } from '~/ui/tag'
import { useTranslation } from '~/web/translation'
import { isOverdue, type SaidOutcome } from '../document'
import { resultTone } from './result-tone'

/** What was said of a suggestion, one after the other, each with the day it went out. */
export function Outcomes({ outcomes, lang, today }: { outcomes: SaidOutcome[]; lang: string; today: string }) {
  const { t } = useTranslation(['visit-reports', 'web'])
  return (
    <ol className="outcomes">
      {outcomes.map((said, index) => (
        <li key={index}>
          <p>
            <Tag tone={resultTone[said.result]}>{t(`result.${said.result}`)}</Tag>{' '}
            <span className="hint">
              <Instant at={said.publishedAt} dayOnly />
            </span>
          </p>
          {said.reason ? (
            <p>
              <Prose text={said.reason} lang={lang} />
            </p>
          ) : null}
          <p className="hint">
            {t('suggestions.department')}
            {t('web:colon')}
            <DepartmentName of={said.department} />
            {said.dueOn ? ` · ${t('suggestions.due')}${t('web:colon')}${said.dueOn}` : null}
            {index === outcomes.length - 1 && isOverdue(said, today) ? ` · ${t('suggestions.overdue')}` : null}
          </p>
        </li>
      ))}
    </ol>
  )
}
