import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { noStore, notFound } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { registrationAt, shownDay } from '../at-desk.server'
import { askedAtDesk } from '../desk-reads.server'
import { revealVisitor } from '../desk-writes.server'
import { AboutRegistration } from '../parts/about-registration'
import { deskTrail } from '../parts/desk-trail'
import { ShowVisitor } from '../parts/show-visitor'

export const headers = () => noStore

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { day, one } = await registrationAt(context, params)
  return json({ day: shownDay(day), one, asked: await askedAtDesk(day.id) }, { headers: noStore })
}

/** Asked for by POST, because looking is an act that is recorded. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, day, one } = await registrationAt(context, params)
  const shown = await revealVisitor(viewer, day, one.id)
  if (!shown) throw notFound()
  return json(shown)
}

export default function Contact() {
  const { t } = useTranslation(['registrations', 'web'])
  const { day, one, asked } = useLoaderData<typeof loader>()
  const shown = useActionData<typeof action>()
  const here = `/desk/open-days/${day.id}/registrations/${one.id}`
  return (
    <Page
      title={t('desk.one.title', { number: one.number })}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      trail={deskTrail(t, day)}
    >
      {shown ? (
        <Section title={t('desk.one.shown')} more={{ href: address(here), label: t('desk.one.hide') }}>
          <SummaryList
            items={[
              { key: t('desk.one.name'), value: <UserText>{shown.name}</UserText> },
              {
                key: t('desk.one.contact'),
                value: shown.kind === 'phone' ? <a href={`tel:${shown.contact}`}>{shown.contact}</a> : shown.contact,
              },
              ...asked.flatMap(({ id, label }) =>
                shown.answers[id]
                  ? [{ key: <UserText lang={day.lang}>{label}</UserText>, value: <UserText>{shown.answers[id]}</UserText> }]
                  : [],
              ),
            ]}
          />
        </Section>
      ) : (
        <ShowVisitor here={here} />
      )}
      <AboutRegistration one={one} />
    </Page>
  )
}
