import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { Quote } from '~/ui/quote'
import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import { notFound } from '~/web/responses.server'
import { useTranslation } from '~/web/translation'
import { handlingIn } from '../access.server'
import { revealContact } from '../desk-writes.server'
import { letterFor } from '../letters.server'
import { AboutMessage } from '../parts/about-message'
import { ShowContact } from '../parts/show-contact'
import { sender } from '../reads.server'
import { callOutcomes } from '../rules'
import type { Template } from '../templates'

export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ params, context }: LoaderFunctionArgs) {
  const { message } = await handlingIn(context, params.message)
  return json({ message })
}

/** Asked for by POST, because looking is an act that is recorded. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { viewer, message } = await handlingIn(context, params.message)
  const shown = await revealContact(viewer, message.id)
  if (!shown) throw notFound()
  const letter = letterFor({ template: message.template as Template, lang: message.lang, params: shown.params }, await sender())
  return json({ address: shown.address, say: letter.say, lang: letter.lang })
}

export default function Contact() {
  const { t } = useTranslation('messages')
  const { t: web } = useTranslation('web')
  const { message } = useLoaderData<typeof loader>()
  const shown = useActionData<typeof action>()
  return (
    <Page
      title={t('one.title', { id: message.id })}
      trail={[
        { label: web('nav.desk'), href: '/desk' },
        { label: t('title'), href: '/desk/messages' },
      ]}
    >
      {shown ? <Call id={message.id} kind={message.recipientKind} shown={shown} /> : <ShowContact id={message.id} />}
      <AboutMessage message={message} />
    </Page>
  )
}

type Shown = { address: string; say: string; lang: string }

/** Whom to call, what to say, and what came of it. */
function Call({ id, kind, shown }: { id: number; kind: 'email' | 'phone'; shown: Shown }) {
  const { t } = useTranslation('messages')
  return (
    <>
      <Section title={t('one.contact')}>
        <p className="code">{kind === 'phone' ? <a href={`tel:${shown.address}`}>{shown.address}</a> : shown.address}</p>
      </Section>
      <Section title={t('one.say')} lead={t('one.say-hint')}>
        <Quote text={shown.say} lang={shown.lang} />
      </Section>
      <Section title={t('one.outcome')} lead={t('one.outcome-hint')}>
        <form method="post" action={address(`/desk/messages/${id}/outcome`)}>
          <ActionBar>
            {callOutcomes.map((outcome, index) => (
              <Button key={outcome} name="outcome" value={outcome} variant={index === 0 ? 'primary' : 'secondary'}>
                {t(`outcome.${outcome}`)}
              </Button>
            ))}
          </ActionBar>
        </form>
      </Section>
    </>
  )
}
