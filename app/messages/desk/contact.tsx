import { json, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Quote } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { notFound, redirectTo } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { handlingIn } from '../access.server'
import { revealContact } from '../desk-writes.server'
import { letterFor } from '../letters.server'
import { AboutMessage } from '../parts/about-message'
import { sender } from '../reads.server'
import { callOutcomes } from '../rules'
import type { Template } from '../templates'

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const loader = ({ params }: ActionFunctionArgs) => redirectTo(`/desk/messages/${/^\d+$/.test(params.message ?? '') ? params.message : ''}`)

/** Asked for by POST, because looking is an act that is recorded. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, message } = await handlingIn(context, params.message)
  const shown = await revealContact(viewer, message.id)
  if (!shown) throw notFound()
  const letter = letterFor({ template: message.template as Template, lang: message.lang, params: shown.params }, await sender())
  return json({ message, address: shown.address, say: letter.say, lang: letter.lang })
}

export default function Contact() {
  const { t } = useTranslation('messages')
  const { t: web } = useTranslation('web')
  const shown = useActionData<typeof action>()
  if (!shown) return null
  const { message } = shown
  return (
    <Page
      title={t('one.title', { id: message.id })}
      trail={[
        { label: web('nav.desk'), href: '/desk' },
        { label: t('title'), href: '/desk/messages' },
      ]}
    >
      <Section title={t('one.contact')}>
        <p className="code">{message.recipientKind === 'phone' ? <a href={`tel:${shown.address}`}>{shown.address}</a> : shown.address}</p>
      </Section>
      <Section title={t('one.say')} lead={t('one.say-hint')}>
        <Quote text={shown.say} lang={shown.lang} />
      </Section>
      <Section title={t('one.outcome')} lead={t('one.outcome-hint')}>
        <form method="post" action={address(`/desk/messages/${message.id}/outcome`)}>
          <ActionBar>
            {callOutcomes.map((outcome, index) => (
              <Button key={outcome} name="outcome" value={outcome} variant={index === 0 ? 'primary' : 'secondary'}>
                {t(`outcome.${outcome}`)}
              </Button>
            ))}
          </ActionBar>
        </form>
      </Section>
      <AboutMessage message={message} />
    </Page>
  )
}
