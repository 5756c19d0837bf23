import type { TFunction } from 'i18next'

/** Where a desk page of one consultation's answer stands. */
export const workTrail = (
  t: TFunction<['reports', 'web']>,
  { id, title, lang }: { id: number; title: string; lang: string },
  ...below: { label: string; href: string; lang?: string }[]
) => [{ label: t('web:nav.desk'), href: '/desk' }, { label: title, href: `/desk/consultations/${id}`, lang }, ...below]

export const pointsCrumb = (t: TFunction<['reports', 'web']>, id: number) => ({
  label: t('desk.points'),
  href: `/desk/consultations/${id}/points`,
})
export const reportCrumb = (t: TFunction<['reports', 'web']>, id: number) => ({
  label: t('desk.report'),
  href: `/desk/consultations/${id}/report`,
})
