import { Instant, useZoneName } from '~/consultations/parts/instant'
import { draftLanguages } from '~/consultations/rules'
import { askedOf, type Asks } from '~/party-details/rules'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { useTranslation } from '~/web/translation'
import type { DeskOpenDay, Plan } from '../desk-reads.server'
import { QuestionKind } from './question-kind'
import { AskedAfterwards } from './what-is-asked'
import { SlotTable, type SentSlot } from './slot-table'

type Day = Omit<DeskOpenDay, 'opensAt' | 'closesAt'> & { opensAt: string | null; closesAt: string | null }
type Shown = Pick<
  Day,
  | 'lang'
  | 'summary'
  | 'agenda'
  | 'place'
  | 'access'
  | 'whoMayCome'
  | 'otherWays'
  | 'houseRules'
  | 'choosing'
  | 'choosingRule'
  | 'opensAt'
  | 'closesAt'
  | 'partyMost'
  | 'asksPhotoConsent'
  | keyof Asks
  | 'detailsDays'
  | 'keptDays'
  | 'offerHours'
  | 'contactPerson'
  | 'contactPhone'
  | 'contactEmail'
  | 'campaign'
  | 'consultation'
>
type Draw = { source: string; speaksAt: string } | null
type Props = { day: Shown; plan: { slots: SentSlot[]; groups: Plan['groups']; questions: Plan['questions'] }; draw: Draw }

/** The whole notice as residents will read it, for the one who answers for it. */
export function Preview({ day, plan, draw }: Props) {
  const { t } = useTranslation(['open-days', 'web'])
  const { lang } = day
  const prose = {
    summary: 'summary',
    agenda: 'agenda',
    access: 'access',
    whoMayCome: 'who',
    houseRules: 'rules',
    otherWays: 'other-ways',
  } as const
  return (
    <>
      {Object.entries(prose).map(([field, word]) =>
        day[field as keyof typeof prose] ? (
          <Section key={field} title={t(`desk.field.${word}`)}>
            <p className="user-text" lang={lang}>
              {day[field as keyof typeof prose]}
            </p>
          </Section>
        ) : null,
      )}
      <NoticeFacts day={day} draw={draw} />
      <Section title={t('desk.task.slots')}>
        <SlotTable slots={plan.slots} groups={plan.groups} lang={lang} />
      </Section>
      {askedOf(day).length > 0 ? (
        <Section title={t('desk.field.asked')}>
          <div className="prose">
            <AskedAfterwards day={day} />
          </div>
        </Section>
      ) : null}
      {plan.questions.length > 0 ? (
        <Section title={t('desk.task.questions')}>
          <SummaryList
            plain
            items={plan.questions.map((each) => ({
              key: <UserText lang={lang}>{each.label}</UserText>,
              value: <QuestionKind of={each} lang={lang} />,
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}

function NoticeFacts({ day, draw }: { day: Shown; draw: Draw }) {
  const { t } = useTranslation(['open-days', 'draws'])
  const zone = useZoneName()
  const { lang } = day
  const said = (key: string, value: string, of = lang) => (value ? [{ key, value: <UserText lang={of}>{value}</UserText> }] : [])
  return (
    <Section title={t('desk.field.registration')}>
      <SummaryList
        items={[
          ...said(t('desk.field.campaign'), day.campaign?.title ?? '', day.campaign?.lang),
          ...said(t('desk.field.consultation'), day.consultation?.title ?? '', day.consultation?.lang),
          { key: t('desk.field.lang'), value: draftLanguages[lang as keyof typeof draftLanguages] ?? lang },
          ...said(t('desk.field.place'), day.place),
          ...(day.opensAt ? [{ key: t('desk.field.opens'), value: <Instant at={day.opensAt} /> }] : []),
          ...(day.closesAt ? [{ key: t('desk.closes'), value: <Instant at={day.closesAt} /> }] : []),
          { key: t('desk.zone'), value: zone },
          { key: t('desk.field.choosing'), value: t(`choosing.${day.choosing}`) },
          ...(day.choosing === 'review' ? said(t('desk.field.choosing-rule'), day.choosingRule) : []),
          ...(day.choosing === 'draw' && draw
            ? [...said(t('draws:desk.source'), draw.source), { key: t('desk.field.speaks'), value: <Instant at={draw.speaksAt} /> }]
            : []),
          { key: t('desk.field.party'), value: day.partyMost },
          { key: t('desk.field.offer'), value: day.offerHours },
          ...(day.asksPhotoConsent ? [{ key: t('desk.field.photo'), value: t('asked.photo') }] : []),
          { key: t('desk.field.kept'), value: day.keptDays },
          ...said(t('desk.field.person'), day.contactPerson),
          ...said(t('desk.field.phone'), day.contactPhone),
          ...said(t('desk.field.email'), day.contactEmail),
        ]}
      />
    </Section>
  )
}
