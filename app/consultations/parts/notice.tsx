import { useTranslation } from '~/web/translation'
import { DownloadIcon } from '~/ui/icons'
import { Section } from '~/ui/section'
import { SummaryList } from '~/ui/summary-list'
import { address } from '~/web/address'
import { Around, PIECE } from '~/ui/around'
import { DepartmentName } from '~/accounts/parts/department-name'
import type { AttachedFile, PublicConsultation } from '../reads.server'
import type { Shown } from '../rules'
import { Instant, useZoneName } from './instant'

export type NoticeText = Pick<
  PublicConsultation,
  | 'slug'
  | 'lang'
  | 'department'
  | 'legalBasis'
  | 'explanatoryNote'
  | 'shortPeriodReason'
  | 'access'
  | 'nameMode'
  | 'contactPerson'
  | 'contactPhone'
  | 'contactEmail'
  | 'contactAddress'
> &
  Pick<Shown, 'opensAt' | 'closesAt' | 'publishedAt'>

/** The notice as the law asks for it: who, until when, on what ground, by which ways, and whom to ask. */
export function NoticeFacts({ c }: { c: NoticeText }) {
  const { t } = useTranslation('consultations')
  const zone = useZoneName()
  return (
    <Section id="notice" title={t('notice.title')}>
      <SummaryList
        plain
        items={[
          { key: t('department'), value: <DepartmentName of={c.department} /> },
          ...(c.publishedAt ? [{ key: t('notice.published'), value: <Instant at={c.publishedAt} /> }] : []),
          ...(c.opensAt ? [{ key: t('notice.opens'), value: <Instant at={c.opensAt} /> }] : []),
          ...(c.closesAt
            ? [
                {
                  key: t('notice.closes'),
                  value: (
                    <>
                      <Instant at={c.closesAt} /> <span className="hint">{t('notice.zone', { zone })}</span>
                    </>
                  ),
                },
              ]
            : []),
          ...(c.shortPeriodReason ? [{ key: t('notice.short'), value: <Prose text={c.shortPeriodReason} lang={c.lang} /> }] : []),
          { key: t('notice.basis'), value: <Prose text={c.legalBasis} lang={c.lang} /> },
          { key: t('notice.names'), value: t(`name-mode-means.${c.nameMode}`) },
          { key: t('notice.access'), value: t(`access-means.${c.access}`) },
        ]}
      />
      <h3>{t('channels.title')}</h3>
      <Channels c={c} />
    </Section>
  )
}

/** User text of several lines: what staff typed, never markup. */
export const Prose = ({ text, lang }: { text: string; lang: string }) => (
  <span className="user-text" lang={lang}>
    {text}
  </span>
)

function Channels({ c }: { c: NoticeText }) {
  const { t } = useTranslation('consultations')
  const { contactPerson: person, contactPhone: phone, contactEmail: email, contactAddress: place } = c
  return (
    <div className="prose">
      <ul>
        <li>{t('channels.web')}</li>
        {email ? (
          <li>
            {t('channels.email')}
            <a href={`mailto:${email}`}>{email}</a>
          </li>
        ) : null}
        {phone ? (
          <li>
            {t('channels.phone')}
            <Phone text={phone} />
            {person ? (
              <Around sentence={t('channels.person', { person: PIECE })}>
                <bdi lang={c.lang}>{person}</bdi>
              </Around>
            ) : null}
          </li>
        ) : null}
        {place ? (
          <li>
            {t('channels.address')}
            <bdi lang={c.lang}>{place}</bdi>
          </li>
        ) : null}
      </ul>
      <p className="hint">{t('channels.same')}</p>
    </div>
  )
}

/** Dialled with a touch where it is one number; a list of numbers stays text. */
const Phone = ({ text }: { text: string }) =>
  /^[\d+() -]{5,20}$/.test(text) ? <a href={`tel:${text.replace(/[^\d+]/g, '')}`}>{text}</a> : <bdi>{text}</bdi>

export function Attachments({ slug, files }: { slug: string; files: AttachedFile[] }) {
  const { t } = useTranslation('consultations')
  if (files.length === 0) return null
  return (
    <Section id="files" title={t('files.title')}>
      <ul className="files">
        {files.map((file) => (
          <li key={file.id}>
            <a href={address(`/consultations/${slug}/files/${file.id}`)} download>
              <DownloadIcon /> <bdi>{file.name}</bdi>
            </a>{' '}
            <span className="hint">{fileSize(file.size)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export const fileSize = (size: number) => (size < 1_048_576 ? `${Math.ceil(size / 1024)} KB` : `${(size / 1_048_576).toFixed(1)} MB`)
