import { json, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button } from '~/ui/button'
import { Notification } from '~/ui/notification'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { useTranslation } from '~/web/translation'
import { messageIn } from '../access.server'
import { AboutMessage } from '../parts/about-message'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { message, mayHandle } = await messageIn(context, params.message)
  return json({ message, mayHandle })
}

export default function Message() {
  const { t } = useTranslation('messages')
  const { t: web } = useTranslation('web')
  const { message, mayHandle } = useLoaderData<typeof loader>()
  const here = `/desk/messages/${message.id}`
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
      {!message.deliveredAt && !mayHandle ? <Notification title={t('one.not-yours')} /> : null}
      {!message.deliveredAt && mayHandle && byPhone ? <OneButton action={`${here}/contact`} label={t('one.show')} hint={t('one.show-hint')} /> : null}
      {!message.deliveredAt && mayHandle && message.gaveUpAt ? <OneButton action={`${here}/retry`} label={t('one.retry')} hint={t('one.retry-hint')} /> : null}
      <p>
        <a href={address('/desk/messages')}>{t('one.back')}</a>
      </p>
    </Page>
  )
}

function OneButton({ action, label, hint }: { action: string; label: string; hint: string }) {
  return (
    <form method="post" action={address(action)} className="stack">
      <p className="hint">{hint}</p>
      <div>
        <Button variant="secondary">{label}</Button>
      </div>
    </form>
  )
}
