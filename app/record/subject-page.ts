import type { Viewer } from '../accounts/rules'

type Line = { subject: string; subjectId: string; act: string }

/** The desk page of what a line is about, where there is one that this reader may open. */
export function subjectPage({ subject, subjectId, act }: Line, { role }: Pick<Viewer, 'role'>): string | null {
  const [id, part] = subjectId.split('/')
  const below = `/desk/consultations/${id}`
  if (subject === 'consultation') return below
  if (subject === 'open-day') return role === 'moderator' ? null : `/desk/open-days/${id}`
  if (subject === 'slot') return role === 'moderator' ? null : `/desk/open-days/${id}/registrations`
  if (subject === 'visit-report') return role === 'moderator' ? null : `/desk/open-days/${id}/report`
  if (subject === 'live') return role === 'administrator' ? null : `/desk/live/${id}`
  if (subject === 'question' && part) return role === 'administrator' ? null : `/desk/live/${id}/questions/${part}`
  if (subject === 'campaign') return role === 'administrator' ? `/desk/campaigns/${id}` : null
  if (subject === 'message') return `/desk/messages/${id}`
  if (subject === 'account') return role === 'administrator' || role === 'auditor' ? `/desk/people/${id}` : null
  if (subject === 'working-days') return role === 'administrator' || role === 'auditor' ? `/desk/working-days?year=${id}` : null
  if (role === 'administrator') return subject === 'department' ? `/desk/departments/${id}` : subject === 'county' ? '/desk/county' : null
  if (subject === 'draw') return `/desk/open-days/${id}/draw`
  if (subject === 'report') return `${below}/report`
  if (subject === 'objection') return `/desk/objections/${id}`
  if (subject === 'comment' && part) return `${below}/comments/${part}`
  const isThere = act !== 'point-deleted' && act !== 'points-merged'
  return subject === 'point' && part && isThere ? `${below}/points/${part}` : null
}
