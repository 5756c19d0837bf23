import type { ReportMaterial } from '~/reports/document'
import type { CommentFacts, PointFacts, Prepared, ReportFacts } from '~/reports/rules'

export const afterClose = new Date('2026-03-01T00:00:00Z')

export const aComment = (number: number, given: Partial<CommentFacts> = {}): CommentFacts => ({
  number,
  channel: 'web',
  late: false,
  fate: 'in_points',
  ...given,
})

export const aPoint = (number: number, given: Partial<PointFacts> = {}): PointFacts => ({
  number,
  inArticle: false,
  disposition: 'not_adopted',
  reason: `reason of point ${number}`,
  textBefore: '',
  textAfter: '',
  newPassage: false,
  comments: [number],
  ...given,
})

/** A report that lacks nothing but what the test takes away. */
export const theFacts = (given: Partial<ReportFacts & Prepared> = {}): ReportFacts & Prepared => ({
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

const article = { anchor: 'art-1', label: '第一条', title: '' }

/** One comment on one article, in one point that was not adopted. */
export const aMaterial = (): ReportMaterial => ({
  county: { name: '测试县', nameEn: '', zone: 'Asia/Shanghai' },
  consultation: {
    slug: 'c',
    title: '办法',
    lang: 'zh-CN',
    department: '局',
    departmentEn: '',
    publishedAt: '',
    opensAt: '',
    closesAt: '',
    periodDays: 30,
    shortPeriodReason: '',
  },
  revision: 1,
  correctionWhy: '',
  earlier: [],
  statement: '感谢',
  articles: [article],
  participants: 1,
  points: [
    { number: 1, article, summary: '说了什么', disposition: 'not_adopted', reason: '为什么', textBefore: '', textAfter: '', comments: [1] },
  ],
  inadmissible: [],
  comments: [
    {
      number: 1,
      channel: 'web',
      article,
      stance: null,
      receivedAt: '',
      late: false,
      fate: 'in_points',
      visibility: 'not-shown',
      withheldFor: null,
    },
  ],
})
