import { countyLang, type County } from '~/county/rules'

type Notice = {
  lang: string
  contactPerson: string
  contactPhone: string
  contactEmail: string
  contactAddress: string
  department: { name: string; nameEn: string; phone: string }
}

/** Whom to ask: as the notice says, else the department, else the county. */
export const officeOf = (notice: Notice, county: County) => ({
  who: notice.contactPerson || notice.department.name,
  phone: notice.contactPhone || notice.department.phone || county.phone,
  email: notice.contactEmail || county.email,
  address: notice.contactAddress || county.address,
  lang: notice.contactAddress ? notice.lang : countyLang,
})
