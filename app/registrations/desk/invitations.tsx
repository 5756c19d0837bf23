import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { spanOfDay } from '~/open-days/desk-reads.server'
import { EmptyState } from '~/ui/empty-state'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Table } from '~/ui/table'
import { address } from '~/web/address'
import { useFormErrors } from '~/web/form-errors'
import { newFormKey } from '~/web/form-key.server'
import { readForm, type FormState } from '~/web/forms.server'
import { Page } from '~/web/page-layout'
import { conflict, noStore, redirectTo, unprocessable } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { managingAt, shownDay } from '../at-desk.server'
import { invitationForm } from '../desk-forms'
import { mayInvite } from '../desk-rules'
import { invitationsAtDesk, invitedGroupsOf } from '../invitation-reads.server'
import { issueInvitation } from '../invitation-writes.server'
import { DeskRefusal, type Refused } from '../parts/desk-refusal'
import { deskTrail } from '../parts/desk-trail'
import { useMinute } from '../parts/desk-slot'
import { InvitationFields } from '../parts/invitation-fields'
import { InvitationState } from '../parts/invitation-state'

export const headers = () => noStore

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await managingAt(context, params.id)
  const [groups, rows, span] = await Promise.all([invitedGroupsOf(day.id), invitationsAtDesk(day.id), spanOfDay(day.id)])
  const may = mayInvite(viewer, day, span, groups[0] ?? null, day.now)
  const refused = may.ok || may.why === 'no-such-place' ? null : may
  return json({ day: shownDay(day), groups, rows, refused, key: newFormKey() }, { headers: noStore })
}

type Result = { state: FormState; refused?: Refused }

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { viewer, day } = await managingAt(context, params.id)
  const groups = await invitedGroupsOf(day.id)
  const form = await readForm(request, invitationForm(groups.map(({ id }) => id)), context)
  if (!form.ok) return unprocessable<Result>({ state: form.state })
  const { key: formKey, group: groupId, ...given } = form.value
  const issued = await issueInvitation(viewer, day, { ...given, groupId, formKey, lang: day.lang === 'en' ? 'en' : 'zh-CN' })
  if (!issued.ok) return conflict<Result>({ refused: issued, state: { values: form.values, errors: {} } })
  return redirectTo(`/desk/open-days/${day.id}/invitations/${issued.id}`)
}

export default function Invitations() {
  const { t } = useTranslation(['registrations', 'web'])
  const { day, groups, rows, refused, key } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>() as Result | undefined
  const errors = useFormErrors(result?.state)
  const minute = useMinute()
  const here = `/desk/open-days/${day.id}/invitations`
  type Row = (typeof rows)[number]
  return (
    <Page
      title={t('desk.invite.title')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.invite.lead')}
      trail={deskTrail(t, day)}
      errors={errors}
    >
      <DeskRefusal refused={result?.refused ?? refused} />
      {groups.length === 0 ? (
        <EmptyState title={t('desk.invite.none')} />
      ) : (
        <>
          <Section title={t('desk.invite.list')}>
            <Table<Row>
              caption={t('desk.invite.list')}
              captionHidden
              rows={rows}
              rowKey={({ id }) => id}
              empty={t('desk.invite.empty')}
              columns={[
                {
                  header: t('desk.invite.column.who'),
                  rowHeader: true,
                  cell: ({ id, note, nth }) => (
                    <a href={address(`${here}/${id}`)}>
                      {t('desk.invite.one', { nth })}
                      {' · '}
                      {note ? <UserText>{note}</UserText> : t('desk.gone')}
                    </a>
                  ),
                },
                { header: t('desk.invite.column.group'), cell: ({ group }) => <UserText lang={day.lang}>{group}</UserText> },
                { header: t('desk.invite.column.state'), cell: (row) => <InvitationState of={row} dayId={day.id} /> },
                { header: t('desk.invite.column.issued'), cell: ({ issuedAt }) => <time dateTime={issuedAt}>{minute(issuedAt)}</time> },
              ]}
            />
          </Section>
          {refused ? null : (
            <Section title={t('desk.invite.add')}>
              <InvitationFields
                action={address(here)}
                groups={groups}
                values={{ key, ...result?.state.values }}
                errors={errors}
                lang={day.lang}
              />
            </Section>
          )}
        </>
      )}
    </Page>
  )
}
