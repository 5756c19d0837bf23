import type { DepartmentKey } from './people'

type Question = {
  says: string
  /** Minutes after the session began; before it below zero. */
  at: number
  name?: string
  channel?: 'hall' | 'paper'
  /** Which of the session's people asked it; residents come first. */
  by?: number
  residents?: number
  guests?: number
  is?: 'waiting' | 'staged' | 'pinned'
  into?: number
  declined?: { reason: 'advertising' | 'off-topic' | 'no-question'; note: string }
  answer?: { by: number; says: string; at: number }
  owed?: DepartmentKey
  beyond?: string
  on?: string
}

export type DemoSession = {
  code: string
  department: DepartmentKey
  title: string
  summary: string
  /** Minutes from now. */
  starts: number
  lasts: number
  over?: boolean
  /** The draft it is about. */
  about?: string
  /** The open day it belongs to. */
  openDay?: string
  residents: number
  guests: number
  answerers: { department: DepartmentKey; name: string; office: string }[]
  questions: Question[]
}

const DAY = 1_440

export const demoSessions: DemoSession[] = [
  {
    code: '306218',
    department: 'housing',
    title: '电动自行车停在哪、怎么充：边听边答',
    summary: '《停放充电管理办法》征求意见期间，请起草的人当面回答：车棚建在哪，电费怎么收，老人怎么用。',
    starts: -34,
    lasts: 90,
    about: 'e-bikes',
    openDay: 'home-renewal',
    residents: 14,
    guests: 18,
    answerers: [
      { department: 'housing', name: '严守拙', office: '住房和城乡建设局物业科科长' },
      { department: 'order', name: '申有度', office: '综合行政执法局法制科' },
    ],
    questions: [
      {
        ...{ says: '我们六栋楼下没有空地，充电棚能不能建到小区外面的人行道边上？', at: -180, name: '六栋住户', by: 1 },
        ...{ residents: 11, guests: 4, on: 'art-6' },
        answer: {
          by: 0,
          at: 9,
          says: '人行道上不能建，会挡盲道。但是围墙内侧、闲置的门卫房可以，楼下实在没有地方的，社区可以和隔壁小区合用一处，费用按车位分。六栋的情况请把位置报给社区，我们下周三去看。',
        },
      },
      {
        ...{ says: '服务费每度四角是怎么算出来的？隔壁县只收两角五，能不能把成本账公布一下？', at: -95, by: 2 },
        ...{ residents: 13, guests: 15, is: 'staged', on: 'art-9' },
      },
      {
        ...{ says: '我妈七十三，不会扫码。充电棚能不能刷公交卡，或者投币？', at: 2, name: '小何', by: 3 },
        ...{ residents: 12, guests: 7, is: 'pinned' },
      },
      { says: '家里老人没有智能手机，充电要扫码的话怎么办？', at: 6, by: 15, residents: 4, guests: 5, into: 3 },
      { says: '送外卖一天要换两次电池，换电柜能不能放进小区大门里面？', at: 8, name: '骑手', by: 16, residents: 2, guests: 13 },
      { says: '楼道里从三楼拉下来的充电线，说了半年了，哪天来清？', at: 15, channel: 'hall', residents: 5, guests: 1 },
      { says: '办法十月开始，现在车棚一个都没动工，来得及吗？', at: 19, by: 4, residents: 6, guests: 3 },
      {
        ...{ says: '全新锂电池，上门安装，加微信送头盔。', at: 21, by: 17 },
        declined: { reason: 'advertising', note: '这里只收提问。' },
      },
      { says: '车棚晚上没有灯，女孩子不敢去取车，能不能装声控灯？', at: 27, by: 5, is: 'waiting' },
      { says: '充满自动断电的桩，旧的要不要换？换的钱谁出？', at: 29, by: 5, is: 'waiting' },
      { says: '村里自家院子充电，消防要不要来检查？', at: 32, name: '溪口村', by: 18, is: 'waiting' },
    ],
  },
  {
    code: '514097',
    department: 'transport',
    title: '农村公路养护：修哪条、谁来修、修完谁验',
    summary: '农村公路养护办法征求意见结束以后，交通运输局和乡镇一起回答大家问得最多的事。',
    starts: -5 * DAY,
    lasts: 80,
    over: true,
    about: 'rural-roads',
    residents: 9,
    guests: 6,
    answerers: [
      { department: 'transport', name: '路远征', office: '交通运输局公路科科长' },
      { department: 'transport', name: '曹大桥', office: '农村公路养护站站长' },
    ],
    questions: [
      {
        ...{ says: '去年冬天塌的那段坡，今年汛期前能不能修好？', at: 4, by: 1, residents: 8, guests: 3 },
        answer: { by: 1, at: 12, says: '石料已经备齐，下个月开工，汛期以前先把排水沟通开，护坡最迟六月底完成。' },
      },
      {
        ...{ says: '护路员一个月八百块，骑自己的摩托，油钱算谁的？', at: 10, name: '护路员', by: 2, residents: 7, guests: 2 },
        answer: { by: 0, at: 25, says: '油钱应当另算。各乡镇从下一季度起按里程补，标准和补了多少贴在村务栏。' },
      },
      { says: '修路的钱村里要出多少？能不能把每条路的账贴出来？', at: 16, channel: 'paper', residents: 6, guests: 4, owed: 'transport' },
      { says: '新修的路边要建公共厕所和垃圾收集点，归谁管？', at: 22, by: 10, residents: 3, guests: 3, owed: 'housing' },
      { says: '修路和垃圾点是不是一起招标？', at: 24, by: 3, residents: 2, guests: 1, into: 4 },
      {
        ...{ says: '高速出口什么时候通到我们镇？', at: 31, by: 11, residents: 1, guests: 5 },
        beyond: '高速公路由省里规划建设，不归县里养护。请打省交通运输厅热线，或看省公路网规划的公示。',
      },
    ],
  },
  {
    code: '782450',
    department: 'schools',
    title: '校门口怎么更安全：开学前问一问',
    summary: '接送时段的路怎么让、车停哪、护学岗谁来站。现在就可以先提问，到时一件一件答。',
    starts: 2 * DAY + 60,
    lasts: 60,
    residents: 3,
    guests: 4,
    answerers: [{ department: 'schools', name: '温书棠', office: '教育和体育局安全科' }],
    questions: [
      { says: '实验小学后门能不能也开，放学不要全挤在一条街上？', at: -600, by: 1, residents: 2, guests: 3 },
      { says: '下雨天护学岗还在不在？', at: -300, by: 4, is: 'waiting' },
    ],
  },
]
