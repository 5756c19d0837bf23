import { useTranslation } from '~/web/translation'
import { UserText } from '~/ui/quote'
import { usePage } from '~/web/page'

/** A department in the reader's language; none is the whole county. */
export function DepartmentName({ of }: { of: { name: string; nameEn: string } | null }) {
  const { t } = useTranslation('accounts')
  const { lang } = usePage()
  if (!of) return <>{t('whole-county')}</>
  return <UserText>{lang === 'en' && of.nameEn ? of.nameEn : of.name}</UserText>
}
