import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from '~/web/translation'
import { LinkButton } from '~/ui/button'
import { Quote } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Tag } from '~/ui/tag'
import { address } from '~/web/address'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import type { Objection } from '../reads.server'

export type Made = Pick<SerializeFrom<Objection>, 'id' | 'text' | 'madeAt' | 'outcome' | 'answer'>

/** What the author objected and what was answered; nothing where nobody objected. */
export function Objections({ made, desk }: { made: Made[]; desk?: boolean }) {
  const { t } = useTranslation('moderation')
  if (made.length === 0) return null
  return (
    <Section title={desk ? t('decide.objections') : t('objection.mine')}>
      {made.map((objection) => (
        <OneObjection key={objection.id} objection={objection} desk={desk} />
      ))}
    </Section>
  )
}

function OneObjection({ objection, desk }: { objection: Made; desk?: boolean }) {
  const { t } = useTranslation('moderation')
  const { lang, county } = usePage()
  const when = showMinute(new Date(objection.madeAt), lang, county.zone)
  return (
    <div className="stack">
      <Quote text={objection.text} by={<time dateTime={objection.madeAt}>{t('objection.made-at', { when })}</time>} />
      <p>
        <Tag tone={objection.outcome ? 'reported' : 'pending'}>{t(`objection.${objection.outcome ?? 'open'}`)}</Tag>
      </p>
      {objection.answer ? <Quote text={objection.answer} by={t('objection.answer')} /> : null}
      {desk && !objection.answer ? (
        <div>
          <LinkButton variant="secondary" href={address(`/desk/objections/${objection.id}`)}>
            {t('queue.see-objection')}
          </LinkButton>
        </div>
      ) : null}
    </div>
  )
}
