import { ActionBar } from '~/ui/action-bar'
import { Button } from '~/ui/button'
import { CheckboxField } from '~/ui/choices'
import { FileField } from '~/ui/file-field'
import { Inset } from '~/ui/inset'
import { Select } from '~/ui/select'
import { TextArea } from '~/ui/text-area'
import { address } from '~/web/address'
import type { FormErrors } from '~/web/form-errors'
import { usePage } from '~/web/page'
import { useTranslation } from '~/web/translation'
import { IMPORT_MAX } from '../importing/limits'
import { importedChannels, type NameMode } from '../rules'

export type ImportedInto = { id: number; nameMode: NameMode }
type Props = { on: ImportedInto; values: Record<string, string>; errors: FormErrors }

export function ImportForm({ on, values, errors }: Props) {
  const { t } = useTranslation('comments')
  return (
    <form className="form" method="post" encType="multipart/form-data" action={address(`/desk/consultations/${on.id}/comments/import`)}>
      <WhatIsRead />
      <FileField name="file" label={t('desk.import.file')} error={errors.of('file')} accept=".jsonl,.csv,.txt,.json" />
      <TextArea name="text" label={t('desk.import.text')} error={errors.of('text')} value={values.text} rows={8} spellCheck={false} />
      <Select
        name="channel"
        label={t('desk.import.channel')}
        error={errors.of('channel')}
        value={values.channel ?? 'other'}
        options={importedChannels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
        width="medium"
      />
      <p>{t('desk.import.names', { mode: t(`desk.entry.name-mode.${on.nameMode}`) })}</p>
      {on.nameMode === 'open' ? null : (
        <CheckboxField
          name="names"
          value="as-given"
          label={t('desk.import.names-published')}
          hint={t('desk.import.names-published-hint')}
          checked={values.names === 'as-given'}
          error={errors.of('names')}
        />
      )}
      <ActionBar>
        <Button>{t('desk.import.preview')}</Button>
      </ActionBar>
    </form>
  )
}

function WhatIsRead() {
  const { t } = useTranslation('comments')
  const { county } = usePage()
  return (
    <Inset>
      <p>{t('desk.import.shape', { max: IMPORT_MAX })}</p>
      <ul>
        <li>{t('desk.import.columns-required')}</li>
        <li>{t('desk.import.columns-optional')}</li>
        <li>{t('desk.import.dates', { zone: county.zone })}</li>
      </ul>
    </Inset>
  )
}
