import { aDepartment, aViewer } from '../support/people'
import { importDraft } from '~/consultations/draft-writes.server'
import { createConsultation, requestApproval, saveNotice } from '~/consultations/writes.server'

export const ZONE = 'Asia/Shanghai'
export const DAY = 86_400_000
export const draft =
  '某县停车办法\n\n第一条　为了方便停车，制定本办法。\n第二条　本县范围内的停车场适用本办法。\n第三条　本办法自公布之日起施行。\n'

export const aNotice = (values: object = {}) => ({
  title: '关于《某县停车办法（征求意见稿）》公开征求意见的公告',
  summary: '县城怎么停车、怎么收费。',
  explanatoryNote: '现行办法已经施行十年。',
  legalBasis: '《中华人民共和国道路交通安全法》',
  opensAt: new Date(Date.now() + DAY),
  closesAt: new Date(Date.now() + 40 * DAY),
  shortPeriodReason: '',
  access: 'contact' as const,
  nameMode: 'masked' as const,
  contactPerson: '李工',
  contactPhone: '0531-0000000',
  contactEmail: '',
  contactAddress: '',
  lang: 'zh-CN',
  ...values,
})

/** Staff who prepare and a publisher who approves, in one department. */
export async function anOffice() {
  const department = await aDepartment()
  const [staff, publisher] = [await aViewer('staff', department.id), await aViewer('publisher', department.id)]
  return { department, staff, publisher }
}

type Office = Awaited<ReturnType<typeof anOffice>>

export async function aPrepared({ staff }: Office, notice: object = {}, text = draft): Promise<number> {
  const made = await createConsultation(staff, '待定')
  if (!made.ok) throw new Error(made.why)
  if (text) await importDraft(staff, made.id, { text, name: '' })
  await saveNotice(staff, made.id, aNotice(notice))
  return made.id
}

export async function aSubmitted(office: Office, notice: object = {}): Promise<number> {
  const id = await aPrepared(office, notice)
  const asked = await requestApproval(office.staff, id, ZONE)
  if (!asked.ok) throw new Error(`${asked.why} ${JSON.stringify(asked)}`)
  return id
}
