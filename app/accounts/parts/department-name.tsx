import { useTranslation } from '~/web/translation'
import { countyLang } from '~/county/rules'
import { UserText } from '~/ui/quote'
import { usePage } from '~/web/page'

/** A department in the reader's language; none is the whole county. */
export function DepartmentName({ of }: { of: { name: string; nameEn: string } | null }) {
  const { t } = useTranslation('accounts')
  const { lang } = usePage()
  if (!of) return <>{t('whole-county')}</>
  return lang === 'en' && of.nameEn ? <UserText>{of.nameEn}</UserText> : <UserText lang={countyLang}>{of.name}</UserText>
}
