import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from '~/web/translation'
import { UserText } from '~/ui/quote'
import { Section } from '~/ui/section'
import { Timeline } from '~/ui/timeline'
import { showMinute } from '~/web/dates'
import { usePage } from '~/web/page'
import type { historyOf } from '../reads.server'
import type { Visibility } from '../rules'

type Line = SerializeFrom<Awaited<ReturnType<typeof historyOf>>>[number]

const known = ['comment-published', 'comment-redacted', 'comment-withheld', 'comment-moderation-changed', 'comment-entered'] as const

/** Who decided what about this comment, when and why. */
export function History({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('moderation')
  const { lang, county } = usePage()
  return (
    <Section title={t('decide.history')}>
      {lines.length === 0 ? (
        <p className="hint">{t('decide.history-none')}</p>
      ) : (
        <Timeline
          items={lines.map((line) => ({
            title: (
              <>
                {t(`act.${known.find((act) => act === line.act) ?? 'other'}`)} <UserText>{line.actorName}</UserText>
              </>
            ),
            when: showMinute(new Date(line.at), lang, county.zone),
            dateTime: line.at,
            children: (
              <>
                <Outcome facts={line.facts as Facts} />
                {line.why ? (
                  <p>
                    <UserText>{line.why}</UserText>
                  </p>
                ) : null}
              </>
            ),
          }))}
        />
      )}
    </Section>
  )
}

type Facts = { visibility?: Visibility; before?: Visibility; reason?: string } | null

function Outcome({ facts }: { facts: Facts }) {
  const { t } = useTranslation('moderation')
  if (!facts?.before || !facts.visibility) return facts?.reason ? <p className="hint">{t(`reason.${facts.reason as 'insult'}`)}</p> : null
  return (
    <p className="hint">
      {t(`visibility.${facts.before}`)} → {t(`visibility.${facts.visibility}`)}
    </p>
  )
}
