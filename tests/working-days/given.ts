import { readNotice, type NoticeDay } from '~/working-days/notice'
import type { Calendar } from '~/working-days/rules'

/** The State Council's arrangements as its notices give them, a line for each item. */
export const NOTICE_2025 = `
2025-01-01 元旦
2025-01-28..2025-02-04 春节
2025-01-26 上班 春节
2025-02-08 上班 春节
2025-04-04..2025-04-06 清明节
2025-05-01..2025-05-05 劳动节
2025-04-27 上班 劳动节
2025-05-31..2025-06-02 端午节
2025-10-01..2025-10-08 国庆节、中秋节
2025-09-28 上班 国庆节、中秋节
2025-10-11 上班 国庆节、中秋节`

export const NOTICE_2026 = `
2026-01-01..2026-01-03 元旦
2026-01-04 上班 元旦
2026-02-15..2026-02-23 春节
2026-02-14 上班 春节
2026-02-28 上班 春节
2026-04-04..2026-04-06 清明节
2026-05-01..2026-05-05 劳动节
2026-05-09 上班 劳动节
2026-06-19..2026-06-21 端午节
2026-09-25..2026-09-27 中秋节
2026-10-01..2026-10-07 国庆节
2026-09-20 上班 国庆节
2026-10-10 上班 国庆节`

export const noticeDays = (text: string, year: number): NoticeDay[] => {
  const { days, faults } = readNotice(text, year)
  if (faults.length > 0) throw new Error(JSON.stringify(faults))
  return days
}

export const aCalendar = (...notices: [year: number, text: string][]): Calendar => ({
  notices: notices.map(([year]) => ({ year, coveredUntil: `${year}-12-31` })),
  days: Object.fromEntries(notices.flatMap(([year, text]) => noticeDays(text, year).map(({ date, kind }) => [date, kind]))),
})
