import { DepartmentName } from '~/accounts/parts/department-name'
import { UserText } from '~/ui/quote'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import { SessionTime } from './session-time'

type Linked = { slug: string; title: string; lang: string }
type Department = { name: string; nameEn: string }

export type FactsOf = {
  code: string
  lang: string
  houseRules: string
  startsAt: Date | string
  endsAt: Date | string
  answerWithinDays: number
  department: Department
  openDay: Linked | null
  consultation: Linked | null
}
export type Answerer = { id: number; name: string; office: string; department: Department }

/** Who answers, when, what it is about, and how to get in. */
export function SessionFacts({ session, answerers }: { session: FactsOf; answerers: readonly Answerer[] }) {
  const { t } = useTranslation('live')
  const { code, lang, houseRules, answerWithinDays, department, openDay, consultation } = session
  return (
    <SummaryList
      plain
      items={[
        { key: t('when'), value: <SessionTime of={session} /> },
        { key: t('code'), value: <strong className="join-code">{code}</strong> },
        { key: t('department'), value: <DepartmentName of={department} /> },
        { key: t('facts.answerers'), value: <Answerers answerers={answerers} lang={lang} /> },
        ...(consultation ? [{ key: t('facts.consultation'), value: <LinkTo it={consultation} under="/consultations" /> }] : []),
        ...(openDay ? [{ key: t('facts.open-day'), value: <LinkTo it={openDay} under="/open-days" /> }] : []),
        { key: t('facts.answer-within'), value: t('facts.answer-within-text', { count: answerWithinDays }) },
        ...(houseRules ? [{ key: t('facts.rules'), value: <HouseRules text={houseRules} lang={lang} /> }] : []),
      ]}
    />
  )
}

const LinkTo = ({ it, under }: { it: Linked; under: string }) => (
  <a href={address(`${under}/${it.slug}`)}>
    <UserText lang={it.lang}>{it.title}</UserText>
  </a>
)

const Answerers = ({ answerers, lang }: { answerers: readonly Answerer[]; lang: string }) => (
  <ul className="answerers" role="list">
    {answerers.map(({ id, name, office, department }) => (
      <li key={id}>
        <UserText lang={lang}>{name}</UserText> <UserText lang={lang}>{office}</UserText>
        <br />
        <DepartmentName of={department} />
      </li>
    ))}
  </ul>
)

const HouseRules = ({ text, lang }: { text: string; lang: string }) => (
  <span className="user-text" lang={lang}>
    {text}
  </span>
)
