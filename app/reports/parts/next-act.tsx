import { Instant } from '~/consultations/parts/instant'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { Fault } from '../rules'
import { Faults } from './faults'

type State = {
  submittedAt: string | null
  revision: number | null
  published: boolean
  last: { revision: number; publishedAt: string } | null
}
type Props = { c: { id: number; slug: string }; state: State; faults: readonly Fault[]; isStaff: boolean; mayDecide: boolean }

/** What stands between here and publication, and who acts next. */
export function NextAct(props: Props) {
  if (props.state.published) return <AfterPublication {...props} />
  return props.state.submittedAt ? <Waiting {...props} /> : <Gate {...props} />
}

function Gate({ c, faults, isStaff }: Props) {
  const { t } = useTranslation('reports')
  const ready = faults.length === 0
  return (
    <Section id="gate" title={t('prepare.gate')}>
      <Notification tone={ready ? 'success' : 'warning'} title={ready ? t('prepare.ready') : t('prepare.not-ready')}>
        {ready ? null : <Faults id={c.id} faults={faults} />}
      </Notification>
      {isStaff ? (
        <form method="post" action={address(`/desk/consultations/${c.id}/report/approval-request`)}>
          <p className="hint">{t('prepare.submit-lead')}</p>
          <ActionBar>
            <Button disabled={!ready}>{t('prepare.submit')}</Button>
          </ActionBar>
        </form>
      ) : null}
    </Section>
  )
}

function Waiting({ c, state, mayDecide }: Props) {
  const { t } = useTranslation('reports')
  return (
    <Section title={t('prepare.waiting')}>
      <p>
        <Instant at={state.submittedAt!} />
      </p>
      {mayDecide ? (
        <ActionBar>
          <LinkButton href={address(`/desk/consultations/${c.id}/report/publication`)}>{t('prepare.review')}</LinkButton>
          <LinkButton variant="secondary" href={address(`/desk/consultations/${c.id}/report/return`)}>
            {t('prepare.return')}
          </LinkButton>
        </ActionBar>
      ) : null}
    </Section>
  )
}

function AfterPublication({ c, state: { last }, isStaff }: Props) {
  const { t } = useTranslation('reports')
  return (
    <Section title={t('prepare.published')}>
      <p>
        {t('report.revision', { revision: last!.revision })} · <Instant at={last!.publishedAt} />
      </p>
      <ActionBar>
        <LinkButton href={address(`/consultations/${c.slug}/report`)}>{t('prepare.see-public')}</LinkButton>
        {isStaff ? (
          <LinkButton variant="secondary" href={address(`/desk/consultations/${c.id}/report/correction`)}>
            {t('prepare.correct')}
          </LinkButton>
        ) : null}
      </ActionBar>
    </Section>
  )
}
