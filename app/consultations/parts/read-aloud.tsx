import { ReadAloudButton } from '~/ui/enhanced-buttons'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { useTranslation } from '~/web/translation'

/** Reads a part of the page aloud; `what` tells one button from another. */
export function ReadAloud({ target, what }: { target: string; what: string }) {
  const { t } = useTranslation('web')
  return (
    <div className="read-aloud-row">
      <ReadAloudButton target={target} stop={t('enhance.stop')}>
        {t('enhance.read')}
        <VisuallyHidden>：{what}</VisuallyHidden>
      </ReadAloudButton>
    </div>
  )
}
