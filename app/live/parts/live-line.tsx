import { Button } from '~/ui/button'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'
import type { View } from '../board'
import { placeOfNew } from './board-controls'

/** One polite sentence for all that is new, and the button that brings it. Filled by public/live/board.js; empty without it. */
export function LiveLine({ code, view }: { code: string; view: View }) {
  const { t } = useTranslation('live')
  return (
    <>
      <div
        id="live-line"
        className="live-line"
        data-place={placeOfNew(code, view)}
        data-news={t('live-line.news', { number: '{count}' })}
        data-changed={t('live-line.changed')}
        data-open={t('live-line.open')}
        data-ended={t('live-line.ended')}
        data-closed={t('live-line.closed')}
        data-away={t('live-line.away')}
        data-lost={t('live-line.lost')}
        data-cut={t('live-line.cut')}
        data-wait={t('live-line.wait', { before: '{before}' })}
      >
        <p id="live-said" role="status"></p>
        <Button id="live-show" type="button" variant="secondary" small hidden>
          {t('live-line.show')}
        </Button>
      </div>
      <p id="live-outcome" role="status" hidden>
        <a href={address(`/live/${code}/mine`)}>{t('live-line.outcome')}</a>
      </p>
      <script type="module" src={address('/live/board.js')}></script>
    </>
  )
}
