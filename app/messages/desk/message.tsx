import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { messageIn } from '../access.server'
import { AboutMessage } from '../parts/about-message'
import { ShowContact } from '../parts/show-contact'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { message, mayHandle } = await messageIn(context, params.message)
  return json({ message, mayHandle })
}

export default function Message() {
  const { t } = useTranslation('messages')
  const { t: web } = useTranslation('web')
  const { message, mayHandle } = useLoaderData<typeof loader>()
  const byPhone = message.way === 'call' || message.gaveUpAt
  return (
    <Page
      title={t('one.title', { id: message.id })}
      trail={[
        { label: web('nav.desk'), href: '/desk' },
        { label: t('title'), href: '/desk/messages' },
      ]}
    >
      <AboutMessage message={message} />
      {message.deliveredAt ? <Notification title={t('one.gone')} /> : null}
      {message.deliveredAt || message.contact ? null : <Notification title={t('one.expired')} />}
      {message.contact && !mayHandle ? <Notification title={t('one.not-yours')} /> : null}
      {message.contact && mayHandle && byPhone ? <ShowContact id={message.id} /> : null}
      {message.contact && mayHandle && message.gaveUpAt ? <Retry id={message.id} /> : null}
      <p>
        <a href={address('/desk/messages')}>{t('one.back')}</a>
      </p>
    </Page>
  )
}

function Retry({ id }: { id: number }) {
  const { t } = useTranslation('messages')
  return (
    <form method="post" action={address(`/desk/messages/${id}/retry`)} className="stack">
      <p className="hint">{t('one.retry-hint')}</p>
      <div>
        <Button variant="secondary">{t('one.retry')}</Button>
      </div>
    </form>
  )
}
