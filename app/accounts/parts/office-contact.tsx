import { countyLang } from '~/county/rules'
import { UserText } from '~/ui/quote'
import { usePage } from '~/web/page'

/** Whom to ask: the county's office with its telephone and address. */
export function OfficeContact() {
  const { county, lang } = usePage()
  const office = lang === 'en' && county.officeEn ? county.officeEn : county.office
  return (
    <p>
      {office}
      {county.phone ? (
        <>
          {' '}
          <a href={`tel:${county.phone.replace(/[^\d+]/g, '')}`}>{county.phone}</a>
        </>
      ) : null}
      {county.address ? (
        <>
          <br />
          <UserText lang={countyLang}>{county.address}</UserText>
        </>
      ) : null}
    </p>
  )
}
