import { fromLocalField } from '~/web/dates'
import type { OtherChannel, Stance } from '../rules'

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()

const channelNames: Record<OtherChannel, string> = {
  web: 'web website online 网上 网站 网络 网页 互联网',
  paper: 'paper form 纸质 纸质意见表 意见表 书面',
  mail: 'mail letter post 信函 来信 信件 邮寄',
  email: 'email e-mail 电子邮件 邮件 邮箱 电邮',
  phone: 'phone telephone call 电话 来电',
  counter: 'counter 窗口 窗口当面 当面 现场',
  meeting: 'meeting hearing 座谈会 听证会 会议 座谈 座谈会、听证会',
  visit: 'visit 走访 上门走访 入户 上门',
  hotline: 'hotline 12345 热线 12345热线 政务热线',
  other: 'other 其他 其它 其他渠道 微信 公众号',
}
const stanceNames: Record<Stance, string> = {
  support: 'support 支持 同意 赞成 赞同',
  oppose: 'oppose 反对 不同意',
  change: 'change 建议修改 修改 建议',
}

const reverse = <T extends string>(names: Record<T, string>) =>
  new Map(Object.entries<string>(names).flatMap(([key, list]) => list.split(' ').map((name) => [name, key as T] as const)))
const channelBy = reverse(channelNames)
const stanceBy = reverse(stanceNames)

export const channelFrom = (written: string): OtherChannel | undefined => channelBy.get(plain(written))
export const stanceFrom = (written: string): Stance | undefined => stanceBy.get(plain(written))

const LOCAL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:时點点](\d{1,2})(?:[:分](\d{1,2}))?[分秒]?(?:\.\d+)?)?$/u
const pad = (part: string | undefined) => (part ?? '0').padStart(2, '0')

/** 2026-03-01, 2026/3/1 15:30, 2026年3月1日 in the county's zone; ISO with its own zone. Null when it is no instant. */
export function instantFrom(written: string, zone: string): Date | null {
  const text = written.normalize('NFKC').trim()
  const local = LOCAL.exec(text)
  if (local) {
    const [, year, month, day, hour, minute, second] = local
    const field = `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}`
    // Date.parse turns 31 February into March: what was written must come out again.
    const sound = new Date(`${field}Z`)
    return !Number.isNaN(sound.getTime()) && sound.toISOString().startsWith(field) ? fromLocalField(field, zone) : null
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null
  const instant = new Date(text)
  return Number.isNaN(instant.getTime()) ? null : instant
}

export const languageFrom = (written: string) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(written.trim()) ? written.trim() : null)
