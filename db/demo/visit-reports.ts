import type { Ease } from '~/feedback/rules'
import type { Result } from '~/visit-reports/rules'
import type { Moment } from './content'
import type { DepartmentKey } from './people'

type DemoOutcome = {
  result: Result
  reason?: string
  by: DepartmentKey
  /** Days from the day the county is laid. */
  due?: number
}

export type DemoVisitReport = {
  /** The open day. */
  slug: string
  /** Parties that were checked in, by their number in the first slot, and when. */
  came?: { at: Moment; parties: number[] }
  feedback?: { asked: Moment; answers: { overall: number; ease: Ease; good?: string; better?: string; suggested?: true }[] }
  written: Moment
  happened: string
  questions: { question: string; answer: string; by: string }[]
  suggestions: { text: string; said?: DemoOutcome }[]
  submitted?: Moment
  published?: Moment
}

export const demoVisitReports: DemoVisitReport[] = [
  {
    slug: 'nursing-home',
    came: { at: '-12 09:14', parties: [1, 2, 3, 5, 6, 7] },
    feedback: {
      asked: '-12 13:35',
      answers: [
        { overall: 5, ease: 'easy', good: '老人说话有人听，厨房也让进去看。' },
        { overall: 5, ease: 'easy' },
        { overall: 4, ease: 'partly', better: '报名网页的字再大一点。' },
        { overall: 4, ease: 'easy', better: '周末公交班次太少，看完老人不好回家。', suggested: true },
        { overall: 3, ease: 'partly', better: '座谈时间短了，后面的人没轮上说。' },
      ],
    },
    written: '-10 15:20',
    happened:
      '居民分两组看了护理楼、食堂、康复室和洗衣房，与三位住院老人及护理员座谈四十分钟。县民政局养老服务股和敬老院院长当场答复了提问；没有当场答复的建议，会后逐条研究，结果写在下面。',
    questions: [
      {
        question: '家在乡下的老人，要排多久才能住进来？现在还有没有空床？',
        answer:
          '全院180张床，参观当天空23张，其中能照护失能老人的空4张。特困老人随到随住；其他老人先做能力评估，一般两周内答复。空床数每月5日在敬老院门口和县政府网站公布。',
        by: '养老服务股　程爱民',
      },
      {
        question: '伙食费每月多少，钱怎么花的，家属看得到吗？',
        answer: '每人每月720元，单独记账，不赚钱。账目每月由老人代表和家属代表各两人一起核对，核对表贴在食堂门口，家属随时可以查。',
        by: '县中心敬老院　院长',
      },
    ],
    suggestions: [
      {
        text: '二楼走廊只有一侧有扶手，建议两侧都装',
        said: {
          result: 'taken-up',
          reason: '二楼、三楼走廊另一侧共装扶手86米，费用从今年设施维修经费中列支，已经完工。',
          by: 'civil',
        },
      },
      {
        text: '探视时间放开到晚上8点',
        said: {
          result: 'partly',
          reason: '周五至周日放开到晚上8点；周一至周四仍到6点，因为夜班护理员少，要先照顾老人洗漱和服药。',
          by: 'civil',
        },
      },
      {
        text: '周末5路公交车加两班，方便家属探视',
        said: { result: 'in-hand', reason: '已会同公交公司统计周末客流，正在排班次。', by: 'transport', due: 20 },
      },
    ],
    submitted: '-9 10:05',
    published: '-8 16:30',
  },
  {
    slug: 'sewage-works',
    came: { at: '-13 09:12', parties: [1, 2, 4] },
    written: '-9 11:40',
    happened: '',
    questions: [{ question: '夏天厂外有时闻得到臭味，怎么治？', answer: '', by: '' }],
    suggestions: [{ text: '在厂门口设一块屏，实时公布出水水质' }],
  },
]
