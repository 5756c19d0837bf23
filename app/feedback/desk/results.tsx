import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayManage } from '~/open-days/rules'
import { openDayForDesk } from '~/open-days/desk-reads.server'
import { FeedbackFigures } from '~/visit-reports/parts/feedback-figures'
import { UserText, Quote } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Tag } from '~/ui/tag'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { inRole } from '~/web/access.server'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { noStore, notFound } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { askedOf, feedbackCounts, feedbackTexts } from '../reads.server'
import { FEWEST_SHOWN, meanOf } from '../rules'

/** What visitors wrote is for those who work on the day; others see the numbers. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = inRole(context, ['staff', 'publisher', 'administrator', 'auditor'])
  const day = await openDayForDesk(params.id, viewer)
  if (!day?.publishedAt) throw notFound()
  const [counts, asked] = await Promise.all([feedbackCounts(day.id), askedOf(day.id)])
  const texts = mayManage(viewer, day).ok ? await feedbackTexts(day.id) : []
  const { id, title, lang } = day
  return json(
    { day: { id, title, lang }, counts, mean: meanOf(counts), asked, texts, takes: viewer.role === 'staff' },
    { headers: noStore },
  )
}

export const headers = () => noStore

export default function Results() {
  const { t } = useTranslation(['feedback', 'visit-reports', 'open-days', 'web'])
  const { day, counts, mean, asked, texts, takes } = useLoaderData<typeof loader>()
  return (
    <Page
      title={t('desk.title')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.lead')}
      trail={[
        { label: t('web:nav.desk'), href: '/desk' },
        { label: t('open-days:desk.title'), href: '/desk/open-days' },
        { label: day.title, href: `/desk/open-days/${day.id}`, lang: day.lang },
        { label: t('visit-reports:desk.title'), href: `/desk/open-days/${day.id}/report` },
      ]}
    >
      <p>{asked === null ? t('desk.not-asked') : t('desk.asked', { count: asked })}</p>
      <FeedbackFigures counts={counts} />
      {mean === null ? null : (
        <p>
          {t('desk.mean')}
          {t('web:colon')}
          {mean}
        </p>
      )}
      {counts.answers > 0 && mean === null ? <p className="hint">{t('desk.hidden', { least: FEWEST_SHOWN })}</p> : null}
      <Section title={t('desk.texts')} lead={t('desk.texts-lead')}>
        {texts.length === 0 ? <p>{t('desk.no-texts')}</p> : null}
        {texts.map(({ id, good, better, suggested }) => (
          <div key={id}>
            {good ? <Quote by={t('desk.good')} text={good} /> : null}
            {better ? <Quote by={t('desk.better')} text={better} /> : null}
            {suggested ? (
              <p>
                <Tag tone="pending">{t('desk.suggested')}</Tag>{' '}
                {takes ? (
                  <a href={address(`/desk/open-days/${day.id}/report/suggestions`, { from: id })}>
                    {t('desk.take')}
                    <VisuallyHidden>{t('desk.take-about', { text: better })}</VisuallyHidden>
                  </a>
                ) : null}
              </p>
            ) : null}
          </div>
        ))}
      </Section>
    </Page>
  )
}
