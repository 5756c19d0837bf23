import { SwitchForm } from '~/ui/switch-form'
import { TextSizes } from '~/ui/text-sizes'
import { useTranslation } from '~/web/translation'
import { address } from './address'
import { CARRIED, carry } from './carried'
import { usePage } from './page'

const TO = '/preferences'

/** Where to come back to, and what was typed here. */
function useBack(): Record<string, string> {
  const { path, typed } = usePage()
  return { back: path, ...(typed && { [CARRIED]: carry(typed) }) }
}

export function LanguageSwitch() {
  const other = usePage().lang === 'en' ? 'zh-CN' : 'en'
  return (
    <SwitchForm action={address(TO)} fields={{ lang: other, ...useBack() }} lang={other}>
      {other === 'en' ? 'English' : '中文'}
    </SwitchForm>
  )
}

export function DisplaySwitch() {
  const { t } = useTranslation('web')
  const elder = usePage().display === 'elder'
  return (
    <SwitchForm action={address(TO)} fields={{ display: elder ? 'standard' : 'elder', ...useBack() }}>
      {elder ? t('display.standard') : t('display.elder')}
    </SwitchForm>
  )
}

const sizes = { normal: 'elder', large: 'elder-large', largest: 'elder-largest' } as const

export function TextSizeSwitch() {
  const { t } = useTranslation('web')
  const { text = 'normal' } = usePage()
  const offered = (['normal', 'large', 'largest'] as const).map((size) => ({
    value: sizes[size],
    label: t(`display.text.${size}`),
    current: size === text,
  }))
  return <TextSizes action={address(TO)} fields={useBack()} name="display" label={t('display.text.label')} sizes={offered} />
}
