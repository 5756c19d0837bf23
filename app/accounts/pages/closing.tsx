import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { allowedIn } from '~/web/access.server'
import { address } from '~/web/address'
import { databaseNow } from '~/web/clock.server'
import { setCookie } from '~/web/cookies.server'
import { Page } from '~/web/page-layout'
import { redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { noStore, withCookies } from '../door.server'
import { closeOwn } from '../own-writes.server'
import { mayChangeOwn, mayKeepOwn } from '../people-rules'

export const headers = noStore

export async function loader({ context }: LoaderFunctionArgs) {
  allowedIn(context, mayChangeOwn(context.viewer, await databaseNow()))
  return json(null)
}

export async function action({ context }: ActionFunctionArgs) {
  const viewer = allowedIn(context, mayKeepOwn(context.viewer))
  const closed = await closeOwn(viewer)
  if (!closed.ok) allowedIn(context, closed)
  return redirectTo('/sign-in?after=closed', withCookies([setCookie('sid', ''), setCookie('device', '')]))
}

export default function Closing() {
  const { t } = useTranslation(['accounts', 'web'])
  return (
    <Page title={t('closing.title')} heading={t('closing.sure')} trail={[{ href: '/account', label: t('account.title') }]}>
      <div className="prose">
        <p>{t('closing.goes')}</p>
        <p>{t('closing.stays')}</p>
      </div>
      <form method="post" action={address('/account/closing')}>
        <ActionBar>
          <Button variant="warning">{t('closing.button')}</Button>
          <a href={address('/account')}>{t('web:cancel')}</a>
        </ActionBar>
      </form>
    </Page>
  )
}
