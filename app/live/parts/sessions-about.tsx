import { List } from '~/ui/list-row'
import { Section } from '~/ui/section'
import { useTranslation } from '~/web/translation'
import { SessionRow, type ListedSession } from './session-row'

/** Where the page of a draft or of an open day says that it is asked and answered about. */
export function SessionsAbout({ sessions }: { sessions: ListedSession[] }) {
  const { t } = useTranslation('live')
  if (sessions.length === 0) return null
  return (
    <Section id="live" title={t('on-this.title')} lead={t('on-this.lead')}>
      <List label={t('on-this.title')}>
        {sessions.map((session) => (
          <SessionRow key={session.code} session={session} />
        ))}
      </List>
    </Section>
  )
}
