// The drafts are typed as offices type them, with a wide space after the number.
/* eslint no-irregular-whitespace: ["error", { "skipTemplates": true }] */
import type { DemoConsultation } from './content'

const draft = `澄溪县中小学校、幼儿园周边交通组织规定
（征求意见稿）

第一条　为了保障学生上下学安全，缓解校门口拥堵，制定本规定。

第二条　县城学校、幼儿园大门两侧各一百米为护学路段。护学路段设置标志、减速设施和人行横道，限速每小时二十公里。

第三条　上学、放学前后各三十分钟，护学路段准许家长车辆即停即走，停车不超过五分钟。
有条件的学校应当在三百米以内设置接送停车点，由步行通道连接校门。

第四条　相邻学校的放学时间应当错开十五分钟以上；同一学校不同年级应当分批放学。

第五条　公安机关交通管理部门在上下学时段安排人员值守。学校、社区可以组织志愿者协助，志愿者不得指挥机动车。

第六条　护学路段不得新设占道停车位、夜间摊点和建筑垃圾堆放点。已经设置的，三个月内迁出。

第七条　城区公交线路应当在距离学校三百米以内设站。学生凭学生卡乘车半价，寄宿学校周五、周日增开班次。

第八条　本规定自公布之日起三十日后施行。
`

export const schoolGates: DemoConsultation = {
  slug: 'school-gates',
  department: 'schools',
  title: '澄溪县中小学校、幼儿园周边交通组织规定（征求意见稿）',
  summary: '校门口一百米内怎么停车、怎么限速、怎么错峰放学，接送停车点设在哪里。共八条。',
  explanatoryNote:
    '县城十九所学校、幼儿园中，有十三所放学时段拥堵超过二十分钟。去年校门口发生轻微交通事故二十六起。我们和交警、学校、家长委员会一起看了每一个校门，提出“错开放学、即停即走、步行接送”三个办法。请家长、老师和校门口的住户、商户提意见。',
  legalBasis: '《中华人民共和国道路交通安全法》《中华人民共和国未成年人保护法》《校车安全管理条例》。',
  draft,
  contact: {
    person: '校园安全股　温书棠',
    phone: '0000-6121412',
    email: 'schools@chengxi.example',
    address: '澄溪县城关镇学府街21号，邮政编码000000',
  },
  created: '-8 14:20',
  submitted: '-1 15:10',
  opens: '5 09:00',
  closes: 37,
}
