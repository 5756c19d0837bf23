import { LinkButton } from '~/ui/button'
import { SpeechIcon } from '~/ui/icons'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

export function WholeDraftButton({ slug }: { slug: string }) {
  const { t } = useTranslation('consultations')
  return (
    <p>
      <LinkButton href={address(`/consultations/${slug}/comments/new`)} icon={<SpeechIcon />}>
        {t('comment-whole')}
      </LinkButton>
    </p>
  )
}
