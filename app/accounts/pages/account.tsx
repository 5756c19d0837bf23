import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownComments } from '~/comments/own-reads.server'
import { OwnComments } from '~/comments/parts/own-comments'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { Table } from '~/ui/table'
import { signedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { OfficeContact } from '../parts/office-contact'
import { DepartmentName } from '../parts/department-name'
import { When } from '../parts/when'
import { personById, sessionsOf } from '../reads.server'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = signedIn(context)
  const [me, sessions, comments] = await Promise.all([personById(viewer.id), sessionsOf(viewer), ownComments(viewer.id)])
  const { name, role, department, phone, email, createdAt } = me!
  const after = (['password-changed', 'others-left', 'corrected'] as const).find(
    (word) => word === new URL(request.url).searchParams.get('after'),
  )
  return json({ me: { name, role, department, phone, email, createdAt }, sessions, comments, after })
}

export default function Account() {
  const { me, comments, after } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const desk = me.role !== 'resident'
  return (
    <Page title={t('account.title')}>
      {after ? <Notification tone="success" title={t(`account.${after}`)} /> : null}
      <Mine />
      {desk ? null : (
        <Section title={t('account.comments')}>
          {comments.length > 0 ? <OwnComments comments={comments} /> : <p>{t('account.no-comments')}</p>}
          <p>{t('account.comments-note')}</p>
          <p>
            <a href={address('/receipts')}>{t('account.receipts')}</a>
          </p>
        </Section>
      )}
      <Section title={t('account.password')}>
        <LinkButton variant="secondary" href={address('/account/password')}>
          {t('account.change-password')}
        </LinkButton>
      </Section>
      <Sessions />
    </Page>
  )
}

function Mine() {
  const { me } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const desk = me.role !== 'resident'
  return (
    <Section title={t('account.mine')}>
      <SummaryList
        plain
        items={[
          { key: t('name'), value: <UserText>{me.name}</UserText> },
          { key: t('phone'), value: me.phone ?? t('account.none') },
          { key: t('email'), value: me.email ?? t('account.none') },
          ...(desk
            ? [
                { key: t('account.role'), value: t(`role.${me.role}`) },
                { key: t('account.department'), value: <DepartmentName of={me.department} /> },
              ]
            : []),
          { key: t('account.since'), value: <When at={me.createdAt} /> },
        ]}
      />
      {desk ? (
        <>
          <p className="hint">{t('account.change')}</p>
          <OfficeContact />
        </>
      ) : (
        <ActionBar>
          <LinkButton variant="secondary" href={address('/account/details')}>
            {t('account.correct')}
          </LinkButton>
          <a href={address('/account/closing')}>{t('closing.title')}</a>
        </ActionBar>
      )}
    </Section>
  )
}

function Sessions() {
  const { sessions } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  return (
    <Section title={t('account.sessions')}>
      <Table
        caption={t('account.sessions-caption')}
        captionHidden
        rows={sessions}
        rowKey={(_, position) => position}
        columns={[
          { header: t('account.sessions'), cell: (row) => (row.here ? t('account.here') : t('account.elsewhere')), rowHeader: true },
          { header: t('account.started'), cell: (row) => <When at={row.createdAt} /> },
          { header: t('account.seen'), cell: (row) => <When at={row.lastSeenAt} /> },
        ]}
      />
      <ActionBar>
        <form method="post" action={address('/sign-out')}>
          <Button>{t('account.sign-out')}</Button>
        </form>
        {sessions.length > 1 ? (
          <form method="post" action={address('/account/other-sessions')}>
            <Button variant="secondary">{t('account.others')}</Button>
          </form>
        ) : null}
      </ActionBar>
    </Section>
  )
}
