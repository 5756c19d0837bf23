import type { Moment } from './content'
import type { DepartmentKey } from './people'

export type DemoSlot = {
  name: string
  arrive: Moment
  starts: Moment
  ends: Moment
  seats: number
  invited?: number
  wheelchair?: number
  parties: number[]
}
export type DemoOpenDay = {
  slug: string
  department: DepartmentKey
  title: string
  summary: string
  agenda: string
  place: string
  access: string
  whoMayCome: string
  houseRules: string
  choosing: 'first-come' | 'review' | 'draw'
  choosingRule?: string
  person: string
  created: Moment
  published?: Moment
  opens: Moment
  closes: Moment
  slots: DemoSlot[]
  question?: string
  /** Asked of those who got a place, and how many parties of each slot have told already. */
  asks?: { identityWhy: string; plateWhy: string; told: number }
  /** Everyone, and a group that comes by invitation only; the invitations that were sent out. */
  groups?: { everyone: string; invited: string; invitations: { note: string; revoked?: boolean }[] }
  /** The public source of the draw and when it speaks; the list is fixed by the app itself, within a minute of its start. */
  draw?: { source: string; speaks: Moment }
  /** The consultation it is about. */
  about?: string
  /** A party that gave its places back after the slot was full. */
  cancelled?: { slot: number; number: number }
}

export const demoCampaign = {
  slug: 'open-month',
  title: '澄溪县政府开放月',
  summary: '各部门打开大门，请居民进来看一看、问一问、提一提。看完以后，每个部门都要公布大家问了什么、提了什么、后来怎么办。',
  starts: -15,
  ends: 24,
}

const rules = '请按约定时间到门口签到；参观时跟随讲解员，不进入标有“停”字的区域；可以拍照，拍到他人正面请先问一声。'

export const demoOpenDays: DemoOpenDay[] = [
  {
    slug: 'transfer-station',
    department: 'housing',
    title: '垃圾去哪儿了：走进生活垃圾转运站',
    summary: '看一车垃圾怎样称重、压缩、除臭、外运，也听听您对小区投放点的意见。',
    agenda: '签到，讲解安全事项\n参观称重、压缩和除臭车间\n座谈：小区投放点怎样设、几点收',
    place: '澄溪县生活垃圾转运站（城关镇南环路18号）',
    access: '公交3路到“南环路口”，步行200米。院内有无障碍坡道和卫生间。',
    whoMayCome: '住在本县的居民，18岁以下须有大人同来。',
    houseRules: rules,
    choosing: 'first-come',
    person: '环卫股　陈亦安',
    created: '-6 09:20',
    published: '-5 10:00',
    opens: '-5 10:00',
    closes: '7 18:00',
    question: '您最想看哪一段？',
    groups: {
      everyone: '居民',
      invited: '人大代表和政协委员',
      invitations: [{ note: '人大代表 唐果' }, { note: '政协委员 石磊', revoked: true }],
    },
    slots: [
      {
        name: '上午场',
        arrive: '9 09:10',
        starts: '9 09:30',
        ends: '9 11:00',
        seats: 20,
        invited: 6,
        wheelchair: 2,
        parties: [2, 1, 3, 2],
      },
      { name: '下午场', arrive: '9 14:10', starts: '9 14:30', ends: '9 16:00', seats: 20, wheelchair: 2, parties: [4, 2] },
      { name: '周末场', arrive: '12 09:10', starts: '12 09:30', ends: '12 11:00', seats: 30, wheelchair: 2, parties: [3, 3, 2, 1, 4] },
    ],
  },
  {
    slug: 'bus-control',
    department: 'transport',
    about: 'bus-shelters',
    title: '公交车什么时候到：走进公交调度中心',
    summary: '看调度员怎样排班、怎样应对晚点，也可以当面提线路和班次的意见。',
    agenda: '签到\n看调度大屏和早高峰回放\n座谈：线路、班次、候车亭',
    place: '澄溪县公交调度中心二楼（北环路66号）',
    access: '公交1、5路到“汽车站”。二楼有电梯。',
    whoMayCome: '全县居民，欢迎老年人和学生。',
    houseRules: rules,
    choosing: 'first-come',
    person: '运输管理股　路远征',
    created: '-12 15:00',
    published: '-11 09:00',
    opens: '-11 09:00',
    closes: '3 18:00',
    slots: [{ name: '', arrive: '5 09:00', starts: '5 09:20', ends: '5 11:00', seats: 12, parties: [4, 2, 2, 1, 3, 4, 1, 2] }],
    cancelled: { slot: 0, number: 4 },
  },
  {
    slug: 'night-patrol',
    department: 'order',
    title: '跟一次夜间巡查',
    summary: '跟执法队员走一晚夜市和渣土车卡点，名额少，公开抽签决定。',
    agenda: '签到、领反光背心\n夜市巡查\n渣土车卡点\n回队座谈',
    place: '澄溪县综合行政执法局一楼大厅',
    access: '公交2路到“文化广场”。巡查全程步行约两公里。',
    whoMayCome: '年满18岁、能步行两公里的居民。',
    houseRules: rules,
    choosing: 'draw',
    draw: { source: '当晚福彩3D和体彩排列5的中奖号码，以两家发行中心公布的为准', speaks: '2 22:00' },
    person: '执法督察科　申有度',
    created: '-20 10:00',
    published: '-18 09:00',
    opens: '-18 09:00',
    closes: '-1 18:00',
    slots: [{ name: '', arrive: '8 18:40', starts: '8 19:00', ends: '8 21:30', seats: 8, parties: [2, 1, 2, 2, 1, 1, 2, 1, 2, 2, 1] }],
  },
  {
    slug: 'school-kitchen',
    department: 'schools',
    title: '今天中午吃什么：学校食堂开放日',
    summary: '看进货、留样、打餐，和孩子一起吃一顿午饭。',
    agenda: '签到\n看食材验收和留样\n与学生同餐\n座谈：菜谱和价格',
    place: '澄溪县第二小学食堂',
    access: '学校东门进，校内无台阶。',
    whoMayCome: '学生家长和附近居民。',
    houseRules: `${rules}进入后厨须戴帽子和口罩，由学校提供。`,
    choosing: 'first-come',
    person: '学生后勤股　温书棠',
    created: '-16 09:00',
    published: '-14 09:00',
    opens: '-14 09:00',
    closes: '-2 18:00',
    asks: { identityWhy: '学校凭身份证件登记入校。', plateWhy: '校内车位要登记车牌。', told: 3 },
    slots: [
      { name: '上午场', arrive: '0 09:40', starts: '0 10:00', ends: '0 12:30', seats: 15, wheelchair: 1, parties: [2, 3, 1, 2, 2, 3, 2] },
      { name: '傍晚场', arrive: '0 23:00', starts: '0 23:20', ends: '0 23:55', seats: 15, wheelchair: 1, parties: [1, 2, 2] },
    ],
  },
  {
    slug: 'nursing-home',
    department: 'civil',
    title: '走进县中心敬老院',
    summary: '看房间、看食堂、看康复室，听老人讲住在这里的日子。',
    agenda: '签到\n参观\n与老人座谈',
    place: '澄溪县中心敬老院',
    access: '全程无台阶，可借轮椅。',
    whoMayCome: '全县居民。',
    houseRules: rules,
    choosing: 'first-come',
    person: '养老服务股　程爱民',
    created: '-30 09:00',
    published: '-28 09:00',
    opens: '-28 09:00',
    closes: '-14 18:00',
    slots: [
      { name: '', arrive: '-12 09:10', starts: '-12 09:30', ends: '-12 11:30', seats: 20, wheelchair: 4, parties: [2, 2, 4, 1, 3, 2, 4] },
    ],
  },
  {
    slug: 'sewage-works',
    department: 'housing',
    title: '一盆脏水怎样变清：走进污水处理厂',
    summary: '沿着水走一圈，从格栅到出水口，看水质怎样测、污泥到哪里去。',
    agenda: '签到，讲解安全事项\n沿工艺流程参观\n座谈',
    place: '澄溪县污水处理厂（城关镇下溪村）',
    access: '公交6路到“下溪村”，步行5分钟。参观路线有两处台阶，院内有无障碍卫生间。',
    whoMayCome: '全县居民，12岁以下须有大人同来。',
    houseRules: rules,
    choosing: 'first-come',
    person: '排水股　陈亦安',
    created: '-27 09:00',
    published: '-26 09:00',
    opens: '-26 09:00',
    closes: '-15 18:00',
    slots: [{ name: '', arrive: '-13 09:10', starts: '-13 09:30', ends: '-13 11:00', seats: 15, parties: [2, 3, 1, 2] }],
  },
  {
    slug: 'home-renewal',
    department: 'housing',
    title: '老旧小区改造看现场',
    summary: '请正在议改造的小区派代表来看已经改好的样子，由主办方按小区挑选。',
    agenda: '集合\n看两个改好的小区\n座谈',
    place: '城关镇溪东社区居委会门口集合',
    access: '全程乘车，车上有轮椅位。',
    whoMayCome: '正在商议改造的小区居民代表。',
    houseRules: rules,
    choosing: 'review',
    choosingRule: '每个小区至少一户；同一小区报名多的，先选没有参加过的住户。',
    person: '物业管理股　陈亦安',
    created: '-2 09:00',
    published: '-1 09:00',
    opens: '2 09:00',
    closes: '12 18:00',
    slots: [{ name: '', arrive: '16 08:30', starts: '16 08:45', ends: '16 11:30', seats: 25, parties: [] }],
  },
]
