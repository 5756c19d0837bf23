import type { deskRoles, Role, Viewer } from '../accounts/rules'
import type { DeskRow } from '../consultations/reads.server'
import { stageOf } from '../consultations/rules'
import { hostRoles, type Stage } from '../live/rules'
import { moderatingRoles } from '../moderation/rules'
import type { DeskOpenDayRow } from '../open-days/desk-reads.server'
import { stageOf as stageOfDay } from '../open-days/rules'
import type { ReportInWork } from '../visit-reports/waiting-reads.server'

type DeskRole = (typeof deskRoles)[number]
export type Section =
  | 'consultations'
  | 'open-days'
  | 'live'
  | 'campaigns'
  | 'messages'
  | 'reset-codes'
  | 'people'
  | 'departments'
  | 'county'
  | 'working-days'
  | 'record'

const sectionsOf: Record<DeskRole, readonly Section[]> = {
  staff: ['consultations', 'open-days', 'live', 'messages', 'reset-codes', 'record'],
  moderator: ['consultations', 'live', 'messages', 'record'],
  publisher: ['consultations', 'open-days', 'live', 'messages', 'record'],
  administrator: [
    'consultations',
    'open-days',
    'campaigns',
    'people',
    'departments',
    'county',
    'working-days',
    'messages',
    'reset-codes',
    'record',
  ],
  auditor: ['consultations', 'open-days', 'live', 'people', 'working-days', 'messages', 'record'],
}

export const deskSections = (role: Role): readonly Section[] => (role === 'resident' ? [] : sectionsOf[role])

export type Task =
  | 'prepare'
  | 'returned'
  | 'approve'
  | 'moderate'
  | 'objection'
  | 'sort'
  | 'report'
  | 'approve-report'
  | 'prepare-day'
  | 'returned-day'
  | 'approve-day'
  | 'load-working-days'
  | 'visit-report-due'
  | 'visit-report-overdue'
  | 'approve-visit-report'
  | 'read-questions'
  | 'close-live'
  | 'owed-answer'
  | 'owed-answer-late'

/** What the law, or the county itself, wanted done by now. */
export const isLate = (task: Task) => task === 'visit-report-overdue' || task === 'owed-answer-late'

export type Waiting = { task: Task; id: number; title: string; lang: string; count: number; path: string }
type Row = Pick<
  DeskRow,
  | 'id'
  | 'title'
  | 'lang'
  | 'now'
  | 'submittedAt'
  | 'publishedAt'
  | 'opensAt'
  | 'closesAt'
  | 'reportedAt'
  | 'ownNotice'
  | 'ownReport'
  | 'returnedWhy'
  | 'unmoderated'
  | 'unsorted'
  | 'objections'
  | 'reportSubmitted'
>

/** What waits for this person: only what they may do themselves. */
export const waitingFor = (viewer: Pick<Viewer, 'role'>, rows: readonly Row[]): Waiting[] =>
  rows.flatMap((row) =>
    tasksOf(viewer, row).map(({ task, count, path }) => ({
      task,
      count,
      path: `/desk/consultations/${row.id}${path}`,
      id: row.id,
      title: row.title,
      lang: row.lang,
    })),
  )

type Found = Pick<Waiting, 'task' | 'count' | 'path'>

function tasksOf(viewer: Pick<Viewer, 'role'>, row: Row): Found[] {
  const stage = stageOf(row, row.now)
  const tasks: Found[] = []
  const wait = (task: Task, path: string, count = 0) => tasks.push({ task, path, count })
  if (row.publishedAt && moderatingRoles.includes(viewer.role)) {
    if (row.objections > 0) wait('objection', '/comments?show=objections', row.objections)
    if (row.unmoderated > 0) wait('moderate', '/comments', row.unmoderated)
  }
  if (viewer.role === 'staff') {
    if (stage === 'prepared') wait(row.returnedWhy ? 'returned' : 'prepare', '')
    if (stage === 'closed' && row.unsorted > 0) wait('sort', '/points', row.unsorted)
    else if (stage === 'closed' && !row.reportSubmitted) wait('report', '/report')
  }
  if (viewer.role === 'publisher') {
    if (stage === 'submitted' && !row.ownNotice) wait('approve', '/publication')
    if (row.reportSubmitted && !row.ownReport) wait('approve-report', '/report')
  }
  return tasks
}

type DayRow = Omit<DeskOpenDayRow, 'department' | 'firstArrival' | 'planned'>

/** The same for open days that are prepared and approved. */
export const daysWaitingFor = ({ role }: Pick<Viewer, 'role'>, rows: readonly DayRow[]): Waiting[] =>
  rows.flatMap((row): Waiting[] => {
    const { id, title, lang } = row
    const stage = stageOfDay(row, row.lastEnd, row.now)
    const wait = (task: Task, path = '') => [{ task, id, title, lang, count: 0, path: `/desk/open-days/${id}${path}` }]
    if (role === 'staff' && stage === 'prepared') return wait(row.returnedWhy ? 'returned-day' : 'prepare-day')
    return role === 'publisher' && stage === 'submitted' && !row.ownWork ? wait('approve-day', '/publication') : []
  })

/** Years whose notice of holidays is out and not loaded wait for the administrator. */
export const calendarWaitingFor = ({ role }: Pick<Viewer, 'role'>, years: readonly number[]): Waiting[] =>
  role !== 'administrator'
    ? []
    : years.map((year) => ({
        task: 'load-working-days',
        id: year,
        title: String(year),
        lang: 'zh-CN',
        count: 0,
        path: `/desk/working-days?year=${year}`,
      }))

/** And for what a department owes after its day. */
export const reportsWaitingFor = ({ role }: Pick<Viewer, 'role'>, rows: readonly ReportInWork[]): Waiting[] =>
  rows.flatMap(({ id, title, lang, submitted, ownWork, state, days }): Waiting[] => {
    const wait = (task: Task, count = 0) => [{ task, id, title, lang, count, path: `/desk/open-days/${id}/report` }]
    if (submitted) return role === 'publisher' && !ownWork ? wait('approve-visit-report') : []
    return role === 'staff' && (state === 'due' || state === 'overdue') ? wait(`visit-report-${state}`, days) : []
  })

type LiveRow = { id: number; title: string; lang: string; stage: Stage; waiting: number }
type OwedRow = { sessionId: number; title: string; lang: string; clock: { late: number } | null }

/** The same for live sessions: questions that nobody has read, sessions that are over and not closed, answers owed in writing. */
export function liveWaitingFor({ role }: Pick<Viewer, 'role'>, rows: readonly LiveRow[], owed: readonly OwedRow[]): Waiting[] {
  if (!hostRoles.includes(role)) return []
  const sessions = rows.flatMap(({ id, title, lang, stage, waiting }): Waiting[] => {
    const desk = `/desk/live/${id}`
    return [
      ...(waiting > 0 && stage !== 'closed'
        ? [{ task: 'read-questions' as const, id, title, lang, count: waiting, path: `${desk}/questions` }]
        : []),
      ...(stage === 'ended' ? [{ task: 'close-live' as const, id, title, lang, count: 0, path: desk }] : []),
    ]
  })
  return [...sessions, ...owedIn(owed)]
}

/** One line for what a session owes, and one before it for what is late. */
const owedIn = (owed: readonly OwedRow[]): Waiting[] =>
  [...new Map(owed.map((row) => [row.sessionId, row])).values()].flatMap(({ sessionId, title, lang }) => {
    const theirs = owed.filter((row) => row.sessionId === sessionId)
    const late = theirs.filter(isOverdue).length
    const line = { id: sessionId, title, lang, path: '/desk/live#owed' }
    const lines: Waiting[] = [
      { ...line, task: 'owed-answer-late', count: late },
      { ...line, task: 'owed-answer', count: theirs.length - late },
    ]
    return lines.filter(({ count }) => count > 0)
  })

const isOverdue = ({ clock }: OwedRow) => clock !== null && clock.late > 0
