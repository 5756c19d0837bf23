import type { CommentFacts, PointFacts, ReportFacts } from '~/reports/rules'

export const afterClose = new Date('2026-03-01T00:00:00Z')

export const aComment = (number: number, given: Partial<CommentFacts> = {}): CommentFacts => ({ number, channel: 'web', late: false, fate: 'in_points', ...given })

export const aPoint = (number: number, given: Partial<PointFacts> = {}): PointFacts => ({
  number,
  inArticle: false,
  disposition: 'not_adopted',
  reason: `reason of point ${number}`,
  textAfter: '',
  comments: [number],
  ...given,
})

/** A report that lacks nothing but what the test takes away. */
export const theFacts = (given: Partial<ReportFacts> = {}): ReportFacts => ({
  comments: [aComment(1)],
  points: [aPoint(1)],
  closesAt: new Date('2026-02-01T00:00:00Z'),
  period: { days: 30, reason: '' },
  statement: 'what we asked and what we heard',
  submitted: true,
  published: false,
  preparers: ['staff'],
  ...given,
})
