import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from '~/web/translation'
import { mayAct } from '~/accounts/rules'
import { mayEnter } from '~/comments/rules'
import { maySeeModeration } from '~/moderation/rules'
import { workReaders } from '~/reports/rules'
import { ActionBar } from '~/ui/action-bar'
import { LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import { DepartmentName } from '~/accounts/parts/department-name'
import { Page } from '~/web/page-layout'
import { Checklist } from '../parts/checklist'
import { Instant, useZoneName } from '../parts/instant'
import { MissingList } from '../parts/refusal'
import { Running } from '../parts/running'
import { StageTag } from '../parts/stage-tag'
import { commentableUnits, filesOf, preparersOf } from '../reads.server'
import { mayDecide, mayEdit, missingIn, stageOf } from '../rules'
import { atDesk } from '../desk-access.server'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, c } = await atDesk(context, params.id)
  const [units, files, preparers] = await Promise.all([commentableUnits(c.id), filesOf(c.id), preparersOf(c.id)])
  const { sourceText: _source, explanatoryNote: _note, ...shown } = c
  return {
    c: { ...shown, stage: stageOf(c, c.now) },
    units,
    files: files.length,
    missing: c.publishedAt ? [] : missingIn(c, units, c.now, context.county.zone),
    mayEdit: mayEdit(viewer, c).ok,
    decision: mayDecide(viewer, c, preparers),
    may: {
      moderate: maySeeModeration(viewer, c.departmentId).ok,
      enter: mayEnter(viewer, c, null, c.now).ok,
      work: mayAct(viewer, workReaders, c.departmentId).ok,
    },
  }
}

export default function Overview() {
  const { t } = useTranslation(['consultations', 'web'])
  const { c, mayEdit, missing, units, files, may } = useLoaderData<typeof loader>()
  return (
    <Page
      title={c.title}
      heading={<UserText lang={c.lang}>{c.title}</UserText>}
      caption={<DepartmentName of={c.department} />}
      tag={<StageTag stage={c.stage} />}
      aside={<Facts />}
      asideLabel={t('desk.facts')}
      trail={[
        { label: t('web:nav.desk'), href: '/desk' },
        { label: t('desk.title'), href: '/desk/consultations' },
      ]}
    >
      {c.returnedWhy && !c.submittedAt ? (
        <Notification tone="warning" title={t('desk.returned-title')}>
          <p className="user-text">{c.returnedWhy}</p>
        </Notification>
      ) : null}
      {c.publishedAt ? <Running c={c} may={may} /> : <Checklist id={c.id} missing={missing} units={units} files={files} linked={mayEdit} />}
      {missing.length > 0 ? (
        <Section title={t('desk.missing')} lead={t('desk.missing-lead')}>
          <MissingList missing={missing} />
        </Section>
      ) : null}
      <NextStep />
    </Page>
  )
}

function NextStep() {
  const { t } = useTranslation('consultations')
  const { c, mayEdit, missing, decision } = useLoaderData<typeof loader>()
  const at = (noun: string) => address(`/desk/consultations/${c.id}/${noun}`)
  if (mayEdit)
    return missing.length === 0 ? (
      <ActionBar>
        <LinkButton href={at('approval-request')}>{t('desk.ask-approval')}</LinkButton>
      </ActionBar>
    ) : null
  if (decision.ok) {
    return (
      <ActionBar>
        <LinkButton href={at('publication')}>{t('desk.check-and-publish')}</LinkButton>
        <LinkButton href={at('return')} variant="secondary">
          {t('desk.return')}
        </LinkButton>
      </ActionBar>
    )
  }
  return c.stage === 'submitted' ? <p>{t(decision.why === 'own-work' ? 'why.own-work' : 'desk.waiting')}</p> : null
}

function Facts() {
  const { t } = useTranslation('consultations')
  const zone = useZoneName()
  const { c, units } = useLoaderData<typeof loader>()
  const when = (key: string, at: string | null) => (at ? [{ key, value: <Instant at={at} /> }] : [])
  return (
    <Section title={t('desk.facts')}>
      <SummaryList
        plain
        items={[
          { key: t('desk.prepared-by'), value: <UserText>{c.preparedByName}</UserText> },
          ...when(t('desk.submitted-at'), c.submittedAt),
          ...when(t('notice.published'), c.publishedAt),
          ...when(t('notice.opens'), c.opensAt),
          ...when(t('notice.closes'), c.closesAt),
          { key: t('notice.zone-label'), value: zone },
          { key: t('desk.units'), value: units },
          { key: t('comments'), value: c.lastCommentNumber },
        ]}
      />
    </Section>
  )
}
