import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button, LinkButton } from '~/ui/button'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { noStore } from '~/web/responses.server'
import { registrationsAt, shownDay } from '../at-desk.server'
import { mayExportNames } from '../desk-rules'
import { deskTrail } from '../parts/desk-trail'

export const headers = () => noStore

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { viewer, day } = await registrationsAt(context, params.id)
  const names = mayExportNames(viewer, day, day.now)
  return json({ day: shownDay(day), names: names.ok ? ('yes' as const) : names.why }, { headers: noStore })
}

export default function Export() {
  const { t } = useTranslation(['registrations', 'web'])
  const { day, names } = useLoaderData<typeof loader>()
  const here = `/desk/open-days/${day.id}/registrations`
  return (
    <Page
      title={t('desk.export.title')}
      caption={<UserText lang={day.lang}>{day.title}</UserText>}
      lead={t('desk.export.lead')}
      trail={deskTrail(t, day)}
    >
      <Section title={t('desk.export.masked')} lead={t('desk.export.masked-lead')}>
        <ActionBar>
          <LinkButton href={address(`${here}.xlsx`)}>{t('desk.export.masked-do', { format: 'XLSX' })}</LinkButton>
          <LinkButton href={address(`${here}.csv`)} variant="secondary">
            {t('desk.export.masked-do', { format: 'CSV' })}
          </LinkButton>
        </ActionBar>
      </Section>
      {names === 'yes' ? (
        <Section title={t('desk.export.open')} lead={t('desk.export.open-lead')}>
          <form method="post" action={address(`${here}/full.xlsx`)}>
            <ActionBar>
              <Button>{t('desk.export.open-do', { format: 'XLSX' })}</Button>
              <Button variant="secondary" formAction={address(`${here}/full.csv`)}>
                {t('desk.export.open-do', { format: 'CSV' })}
              </Button>
            </ActionBar>
          </form>
        </Section>
      ) : null}
      {names === 'sign-in-again' ? (
        <Section title={t('desk.export.open')} lead={t('desk.export.again-lead')}>
          <ActionBar>
            <LinkButton href={address('/sign-in/again', { back: `${here}/export` })} variant="secondary">
              {t('desk.export.again')}
            </LinkButton>
          </ActionBar>
        </Section>
      ) : null}
    </Page>
  )
}
