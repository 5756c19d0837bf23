import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { DepartmentName } from '~/accounts/parts/department-name'
import { mayDecide, mayEdit } from '~/approval/rules'
import { Instant, useZoneName } from '~/consultations/parts/instant'
import { GuardSheetLinks } from '~/party-details/parts/guard-sheet-links'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { atDay } from '../desk-access.server'
import { lacksOf, plannedFor, preparersOf } from '../desk-reads.server'
import { DayTag } from '../parts/day-tag'
import { Checklist } from '../parts/checklist'
import { NextStep } from '../parts/next-step'
import { MissingList } from '../parts/refusal'
import { SlotTable } from '../parts/slot-table'
import { mayManage, spanOf, stageBySlots } from '../rules'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await atDay(context, params.id)
  const [plan, preparers] = await Promise.all([plannedFor(day.id), preparersOf(day.id)])
  const { slots, groups, questions } = plan
  const { agenda: _agenda, houseRules: _rules, access: _access, ...shown } = day
  return {
    day: { ...shown, stage: stageBySlots(day, spanOf(slots), day.now) },
    slots,
    groups,
    counts: { slots: slots.length, groups: groups.length, questions: questions.length },
    missing: day.publishedAt ? [] : await lacksOf(day, plan),
    mayEdit: mayEdit(viewer, day).ok,
    mayManage: mayManage(viewer, day).ok,
    decision: mayDecide(viewer, day, preparers),
  }
}

export default function Overview() {
  const { t } = useTranslation(['open-days', 'web'])
  const { day, slots, groups, counts, missing, mayEdit, decision } = useLoaderData<typeof loader>()
  return (
    <Page
      title={day.title}
      heading={<UserText lang={day.lang}>{day.title}</UserText>}
      caption={<DepartmentName of={day.department} />}
      tag={<DayTag stage={day.stage} />}
      aside={<Facts />}
      asideLabel={t('desk.facts')}
      trail={[
        { label: t('web:nav.desk'), href: '/desk' },
        { label: t('desk.title'), href: '/desk/open-days' },
      ]}
    >
      {day.returnedWhy && !day.submittedAt ? (
        <Notification tone="warning" title={t('desk.returned-title')}>
          <p className="user-text">{day.returnedWhy}</p>
        </Notification>
      ) : null}
      {day.publishedAt ? <Running /> : <Checklist day={day} missing={missing} counts={counts} linked={mayEdit} />}
      {missing.length > 0 ? (
        <Section title={t('desk.missing-title')} lead={t('desk.missing-lead')}>
          <MissingList missing={missing} />
        </Section>
      ) : null}
      {mayEdit ? null : (
        <Section title={t('desk.task.slots')}>
          <SlotTable slots={slots} groups={groups} lang={day.lang} />
        </Section>
      )}
      <NextStep id={day.id} stage={day.stage} mayEdit={mayEdit} complete={missing.length === 0} decision={decision} />
    </Page>
  )
}

/** After publication: where the registrations and the draw are. */
function Running() {
  const { t } = useTranslation(['open-days', 'visit-reports'])
  const { day, slots, mayManage } = useLoaderData<typeof loader>()
  const links = [
    { href: `/open-days/${day.slug}`, label: t('desk.public-page') },
    { href: `/desk/open-days/${day.id}/registrations`, label: t('desk.registrations') },
    { href: `/desk/open-days/${day.id}/check-in`, label: t('desk.check-in') },
    { href: `/desk/open-days/${day.id}/report`, label: t('visit-reports:desk.title') },
    ...(day.choosing === 'draw' ? [{ href: `/desk/open-days/${day.id}/draw`, label: t('desk.draw') }] : []),
    ...(mayManage && day.consultationId
      ? [{ href: `/desk/consultations/${day.consultationId}/comments/entry?day=${day.id}`, label: t('desk.enter-comment') }]
      : []),
  ]
  return (
    <Section title={t('desk.work')}>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={address(href)}>{label}</a>
          </li>
        ))}
        {mayManage ? <GuardSheetLinks id={day.id} slots={slots} /> : null}
      </ul>
    </Section>
  )
}

function Facts() {
  const { t } = useTranslation('open-days')
  const zone = useZoneName()
  const { day } = useLoaderData<typeof loader>()
  const when = (key: string, at: string | null) => (at ? [{ key, value: <Instant at={at} /> }] : [])
  return (
    <Section title={t('desk.facts')}>
      <SummaryList
        plain
        items={[
          ...(day.campaign
            ? [{ key: t('desk.campaigns.title'), value: <UserText lang={day.campaign.lang}>{day.campaign.title}</UserText> }]
            : []),
          { key: t('desk.prepared-by'), value: <UserText>{day.preparedByName}</UserText> },
          ...when(t('desk.submitted-at'), day.submittedAt),
          ...when(t('desk.published-at'), day.publishedAt),
          ...when(t('desk.opens'), day.opensAt),
          ...when(t('desk.closes'), day.closesAt),
          { key: t('desk.zone'), value: zone },
        ]}
      />
    </Section>
  )
}
