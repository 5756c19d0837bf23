import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { FileField } from '~/ui/file-field'
import { Select } from '~/ui/select'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import { channels } from '../rules'

type Props = { id: number; values: Record<string, string>; errors: FormErrors }

export function ImportForm({ id, values, errors }: Props) {
  const { t } = useTranslation('comments')
  const { county } = usePage()
  return (
    <form className="form" method="post" encType="multipart/form-data" action={address(`/desk/consultations/${id}/comments/import`)}>
      <FileField name="file" label={t('desk.import.file')} error={errors.of('file')} accept=".jsonl,.csv,.txt,.json" />
      <TextArea
        name="text"
        label={t('desk.import.text')}
        hint={t('desk.import.text-hint')}
        error={errors.of('text')}
        value={values.text}
        rows={8}
        spellCheck={false}
      />
      <Select
        name="channel"
        label={t('desk.import.channel')}
        hint={t('desk.import.zone', { zone: county.zone })}
        error={errors.of('channel')}
        value={values.channel ?? 'other'}
        options={channels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
        width="medium"
      />
      <ActionBar>
        <Button>{t('desk.import.preview')}</Button>
      </ActionBar>
    </form>
  )
}
