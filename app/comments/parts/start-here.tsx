import { useTranslation } from '~/web/translation'
import { LinkButton } from '~/ui/button'
import { address } from '~/web/address'
import { Page } from '~/web/page-layout'
import type { CommentedOn } from '../form-reads.server'
import { commentTrail } from './comment-page'

/** For who comes to a later step by its address: nothing has been sent. */
export function StartHere({ on }: { on: CommentedOn }) {
  const { t } = useTranslation(['comments', 'consultations'])
  return (
    <Page title={t('check.title')} lead={t('check.empty')} trail={commentTrail(on, t('consultations:title'))}>
      <p>
        <LinkButton href={address(`/consultations/${on.slug}/comments/new`, { article: on.about?.anchor })}>{t('check.start')}</LinkButton>
      </p>
    </Page>
  )
}
