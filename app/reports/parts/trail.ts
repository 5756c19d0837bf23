import type { Translate } from '~/web/translation'

/** Where a desk page of one consultation's answer stands. */
export const workTrail = (
  t: Translate<['reports', 'web']>,
  { id, title, lang }: { id: number; title: string; lang: string },
  ...below: { label: string; href: string; lang?: string }[]
) => [{ label: t('web:nav.desk'), href: '/desk' }, { label: title, href: `/desk/consultations/${id}`, lang }, ...below]

export const pointsCrumb = (t: Translate<['reports', 'web']>, id: number) => ({
  label: t('desk.points'),
  href: `/desk/consultations/${id}/points`,
})
export const reportCrumb = (t: Translate<['reports', 'web']>, id: number) => ({
  label: t('desk.report'),
  href: `/desk/consultations/${id}/report`,
})
