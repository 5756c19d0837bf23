import { useTranslation } from '~/web/translation'
import { Button } from '~/ui/button'
import { address } from '~/web/address'

/** One button for all comments of this page in which nothing was pointed out; the server looks at each again. */
export function PublishClean({ action, numbers }: { action: string; numbers: number[] }) {
  const { t } = useTranslation('moderation')
  return (
    <form method="post" action={address(action)} className="stack">
      {numbers.map((number) => (
        <input key={number} type="hidden" name="number" value={number} />
      ))}
      <p className="hint" id="publish-clean-hint">
        {t('queue.publish-clean-hint')}
      </p>
      <div>
        <Button variant="secondary" aria-describedby="publish-clean-hint">
          {t('queue.publish-clean', { count: numbers.length })}
        </Button>
      </div>
    </form>
  )
}
