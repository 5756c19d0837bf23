import { Prose } from '~/consultations/parts/notice'
import { Inset } from '~/ui/inset'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { useTranslation } from '~/web/translation'
import { inHandAmong, type VisitReportDocument } from '../document'
import { FeedbackFigures } from './feedback-figures'
import { Figures } from './figures'
import { Outcomes } from './outcomes'
import { Photo } from './photos'

type Props = { document: VisitReportDocument & { photosTakenDown?: number }; today: string; photosAt: string }

/** All that a report says: the same to the publisher before and to everybody after. */
export function ReportView({ document, today, photosAt }: Props) {
  const { t } = useTranslation(['visit-reports', 'web'])
  const { openDay, why, happened, figures } = document
  return (
    <>
      {why ? (
        <Inset>
          {t('why')}
          {t('web:colon')}
          <UserText lang={openDay.lang}>{why}</UserText>
        </Inset>
      ) : null}
      <Section id="happened" title={t('happened')}>
        <p className="user-text" lang={openDay.lang}>
          {happened}
        </p>
      </Section>
      <Section id="figures" title={t('figures.title')} lead={t('figures.lead')}>
        <Figures figures={figures} choosing={openDay.choosing} lang={openDay.lang} />
      </Section>
      <Questions document={document} />
      <Suggestions document={document} today={today} />
      <Photos document={document} photosAt={photosAt} />
      <Section id="feedback" title={t('feedback.title')}>
        <FeedbackFigures counts={document.feedback} />
      </Section>
    </>
  )
}

function Questions({ document: { questions, openDay } }: Pick<Props, 'document'>) {
  const { t } = useTranslation('visit-reports')
  return (
    <Section id="questions" title={t('questions.title')}>
      {questions.length === 0 ? <p>{t('questions.none')}</p> : null}
      {questions.map(({ question, answer, answeredBy }, index) => (
        <article key={index} className="asked">
          <h3 className="user-text" lang={openDay.lang}>
            {question}
          </h3>
          <p>
            <Prose text={answer} lang={openDay.lang} />
          </p>
          <p className="hint">{t('questions.answered', { by: answeredBy })}</p>
        </article>
      ))}
    </Section>
  )
}

function Suggestions({ document: { suggestions, openDay }, today }: Omit<Props, 'photosAt'>) {
  const { t } = useTranslation('visit-reports')
  const open = inHandAmong(suggestions)
  return (
    <Section
      id="suggestions"
      title={t('suggestions.title')}
      lead={
        suggestions.length > 0
          ? `${t('suggestions.count', { count: suggestions.length })}${open > 0 ? ` · ${t('suggestions.open', { count: open })}` : ''}`
          : undefined
      }
    >
      {suggestions.length === 0 ? <p>{t('suggestions.none')}</p> : null}
      {suggestions.map(({ number, text, outcomes }) => (
        <article key={number} className="asked" id={`suggestion-${number}`}>
          <h3>
            {t('suggestions.number', { number })} <UserText lang={openDay.lang}>{text}</UserText>
          </h3>
          <Outcomes outcomes={outcomes} lang={openDay.lang} today={today} />
        </article>
      ))}
    </Section>
  )
}

function Photos({ document: { photos, photosTakenDown = 0, openDay }, photosAt }: Omit<Props, 'today'>) {
  const { t } = useTranslation('visit-reports')
  if (photos.length + photosTakenDown === 0) return null
  return (
    <Section id="photos" title={t('photos.title')}>
      <ul className="photos" role="list">
        {photos.map((photo) => (
          <li key={photo.id}>
            <Photo photo={photo} src={`${photosAt}/${photo.id}`} lang={openDay.lang} />
          </li>
        ))}
      </ul>
      {photosTakenDown > 0 ? (
        <p>{photosTakenDown === 1 ? t('photos.taken-down') : t('photos.taken-down-many', { count: photosTakenDown })}</p>
      ) : null}
    </Section>
  )
}
