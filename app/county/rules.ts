import type { Viewer } from '../accounts/rules'
import { allowed, refused, type Decision } from '../decision'

/** The county as every page shows it. */
export type County = {
  name: string
  nameEn: string
  zone: string
  office: string
  officeEn: string
  phone: string
  email: string
  address: string
  icp: string
  policeRecord: string
  siteCode: string
  reportWithinDays: number
  contactKeptDays: number
  demo: boolean
}

/** What the county's and its people's names and addresses are written in; only some have an English form beside them. */
export const countyLang = 'zh-CN'

/** Shown while no county is set up or the database cannot be asked. */
export const unnamedCounty: County = {
  name: '开门',
  nameEn: 'Kaimen',
  zone: 'Asia/Shanghai',
  office: '',
  officeEn: '',
  phone: '',
  email: '',
  address: '',
  icp: '',
  policeRecord: '',
  siteCode: '',
  reportWithinDays: 30,
  contactKeptDays: 180,
  demo: false,
}

/** The county's own data stand on every page: administrators answer for them. */
export function maySetCounty(viewer: Viewer | null): Decision<'sign-in' | 'not-your-role'> {
  if (!viewer) return refused('sign-in')
  return viewer.role === 'administrator' ? allowed : refused('not-your-role')
}
