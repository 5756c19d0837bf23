import { Button } from '~/ui/button'
import { VisuallyHidden } from '~/ui/visually-hidden'
import { address } from '~/web/address'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'

/** A form of one button, which comes back to the page it stands on. */
export function SupportButton({ code, number, given }: { code: string; number: number; given: boolean }) {
  const { t } = useTranslation('live')
  const { path } = usePage()
  return (
    <form
      method="post"
      action={address(`/live/${code}/questions/${number}/${given ? 'support-withdrawal' : 'support'}`)}
      data-question={number}
      data-give={t('question.support')}
      data-take={t('question.take-back')}
    >
      <input type="hidden" name="back" value={path} />
      <Button variant="secondary" small>
        <span data-label="">{given ? t('question.take-back') : t('question.support')}</span>
        <VisuallyHidden> {t('number', { number })}</VisuallyHidden>
      </Button>
    </form>
  )
}
