import type { deskRoles, Role, Viewer } from '../accounts/rules'
import type { DeskRow } from '../consultations/reads.server'
import { stageOf } from '../consultations/rules'
import { moderatingRoles } from '../moderation/rules'

type DeskRole = (typeof deskRoles)[number]
export type Section = 'consultations' | 'messages' | 'reset-codes' | 'people' | 'departments' | 'county' | 'record'

const sectionsOf: Record<DeskRole, readonly Section[]> = {
  staff: ['consultations', 'messages', 'reset-codes', 'record'],
  moderator: ['consultations', 'messages', 'record'],
  publisher: ['consultations', 'messages', 'record'],
  administrator: ['consultations', 'people', 'departments', 'county', 'messages', 'reset-codes', 'record'],
  auditor: ['consultations', 'people', 'messages', 'record'],
}

export const deskSections = (role: Role): readonly Section[] => (role === 'resident' ? [] : sectionsOf[role])

export type Task = 'prepare' | 'returned' | 'approve' | 'moderate' | 'objection' | 'sort' | 'report' | 'approve-report'
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
