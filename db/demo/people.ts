import type { Role } from '~/accounts/rules'

/** Nothing here exists: county, offices, people and numbers are invented. */
export const demoCounty = {
  name: '澄溪县',
  nameEn: 'Chengxi County',
  zone: 'Asia/Shanghai',
  office: '澄溪县人民政府办公室',
  officeEn: 'Office of the Chengxi County Government',
  phone: '0000-6120000',
  email: 'office@chengxi.example',
  address: '澄溪县城关镇溪东路1号',
  reportWithinDays: 30,
  contactKeptDays: 180,
}

export const demoDepartments = {
  housing: { name: '住房和城乡建设局', nameEn: 'Housing and Construction Bureau', phone: '0000-6121100' },
  transport: { name: '交通运输局', nameEn: 'Transport Bureau', phone: '0000-6121200' },
  order: { name: '综合行政执法局', nameEn: 'Administrative Enforcement Bureau', phone: '0000-6121300' },
  schools: { name: '教育和体育局', nameEn: 'Education and Sports Bureau', phone: '0000-6121400' },
  civil: { name: '民政局', nameEn: 'Civil Affairs Bureau', phone: '0000-6121500' },
} as const

export type DepartmentKey = keyof typeof demoDepartments

/** Of every demo account. Printed at the start and public: a demo county is no place for real people. */
export const DEMO_PASSWORD = 'open-door-chengxi'

export type Person = {
  name: string
  role: Role
  department: DepartmentKey | null
  login: string
  /** Days since the last sign-in; 1 without it. */
  away?: number
}

export const demoPeople = {
  administrator: { name: '管宁', role: 'administrator', department: null, login: 'admin@chengxi.example' },
  auditor: { name: '沈可鉴', role: 'auditor', department: null, login: 'auditor@chengxi.example', away: 120 },
  publisher: { name: '许慎行', role: 'publisher', department: null, login: 'publisher@chengxi.example' },
  housingStaff: { name: '陈亦安', role: 'staff', department: 'housing', login: 'housing@chengxi.example' },
  housingModerator: { name: '罗小满', role: 'moderator', department: 'housing', login: 'housing.moderator@chengxi.example' },
  transportStaff: { name: '路远征', role: 'staff', department: 'transport', login: 'transport@chengxi.example' },
  transportModerator: { name: '乔本初', role: 'moderator', department: 'transport', login: 'transport.moderator@chengxi.example' },
  resident: { name: '方知夏', role: 'resident', department: null, login: '13800000001' },
  orderStaff: { name: '申有度', role: 'staff', department: 'order', login: 'order@chengxi.example' },
  schoolsStaff: { name: '温书棠', role: 'staff', department: 'schools', login: 'schools@chengxi.example' },
  civilStaff: { name: '程爱民', role: 'staff', department: 'civil', login: 'civil@chengxi.example' },
} as const satisfies Record<string, Person>

export type PersonKey = keyof typeof demoPeople

/** Who is printed at the start: one of each role, and two departments to see that each keeps to its own. */
const printed = [
  'administrator',
  'auditor',
  'publisher',
  'housingStaff',
  'housingModerator',
  'transportStaff',
  'transportModerator',
  'resident',
] as const

export const demoSignIns = printed.map((key) => ({ role: demoPeople[key].role, login: demoPeople[key].login, password: DEMO_PASSWORD }))
