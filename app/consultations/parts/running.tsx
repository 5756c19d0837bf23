import { Section } from '~/ui/section'
import { address } from '~/web/address'
import { useTranslation } from '~/web/translation'

type Props = { c: { id: number; slug: string }; may: { moderate: boolean; enter: boolean; work: boolean } }

/** After publication: where the comments and the report are, as far as this person may go now. */
export function Running({ c, may }: Props) {
  const { t } = useTranslation('consultations')
  const links = [
    { href: `/consultations/${c.slug}`, label: t('desk.public-page') },
    ...(may.moderate ? [{ href: `/desk/consultations/${c.id}/comments`, label: t('desk.moderate') }] : []),
    ...(may.enter
      ? [
          { href: `/desk/consultations/${c.id}/comments/entry`, label: t('desk.entry') },
          { href: `/desk/consultations/${c.id}/comments/import`, label: t('desk.import') },
        ]
      : []),
    ...(may.work
      ? [
          { href: `/desk/consultations/${c.id}/points`, label: t('desk.points') },
          { href: `/desk/consultations/${c.id}/report`, label: t('desk.report') },
        ]
      : []),
  ]
  return (
    <Section title={t('desk.work')}>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={address(href)}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
