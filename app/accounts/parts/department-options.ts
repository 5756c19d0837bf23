import { countyLang } from '~/county/rules'
import type { Language } from '~/i18n'

/** Departments to choose from, in the reader's language. */
export const departmentOptions = (departments: readonly { id: number; name: string; nameEn: string }[], lang: Language) =>
  departments.map(({ id, name, nameEn }) => ({
    value: String(id),
    ...(lang === 'en' && nameEn ? { label: nameEn } : { label: name, lang: countyLang }),
  }))
