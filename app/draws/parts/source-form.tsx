import { Instant, useZoneName } from '~/consultations/parts/instant'
import { Button } from '~/ui/button'
import { DateTimeField } from '~/ui/date-time-field'
import { Section } from '~/ui/section'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import { toLocalField } from '~/web/dates'
import type { FormErrors } from '~/web/form-errors'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import { LIST_MINUTES } from '../rules'

type Props = {
  day: { id: number; closesAt: string | null }
  draw: { source: string; speaksAt: string } | null
  typed?: Record<string, string>
  errors: FormErrors
}

export function SourceForm({ day, draw, typed, errors }: Props) {
  const { t } = useTranslation(['draws', 'web'])
  const { county } = usePage()
  const zone = useZoneName()
  const values = typed ?? (draw ? { source: draw.source, speaksAt: toLocalField(new Date(draw.speaksAt), county.zone) } : {})
  return (
    <Section title={t('desk.name')}>
      <form method="post" action={address(`/desk/open-days/${day.id}/draw`)} className="form">
        <TextArea
          name="source"
          label={t('desk.source')}
          hint={t('desk.source-hint')}
          rows={3}
          value={values.source}
          error={errors.of('source')}
          required
        />
        <DateTimeField
          name="speaksAt"
          label={t('desk.speaks-at', { zone })}
          hint={
            <>
              {t('desk.speaks-hint', { minutes: LIST_MINUTES })}
              {day.closesAt ? (
                <>
                  {' '}
                  {t('desk.closes-at')}
                  <Instant at={day.closesAt} />
                </>
              ) : null}
            </>
          }
          value={values.speaksAt}
          error={errors.of('speaksAt')}
          required
        />
        <Button>{t('web:save')}</Button>
      </form>
    </Section>
  )
}
