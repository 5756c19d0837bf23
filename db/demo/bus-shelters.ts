// The drafts are typed as offices type them, with a wide space after the number.
/* eslint no-irregular-whitespace: ["error", { "skipTemplates": true }] */
import type { DemoConsultation } from './content'

const draft = `澄溪县农村客运候车亭建设维护办法
（草稿）

第一条　为了改善村民候车条件，制定本办法。

第二条　农村客运线路途经的行政村，应当至少设置一处候车亭。候车亭有顶、有座、有灯，张贴发车时刻和服务电话。

第三条　候车亭由县交通运输局统一建设，村民委员会负责日常清扫。

第四条　候车亭应当设在安全视距良好的地方，不占用耕地。占用村民宅基地旁空地的，应当征得本人同意。

第五条　客运班次调整的，应当提前七日在沿线候车亭公布。

第六条　候车亭损坏的，七日内修复。

第七条　本办法自公布之日起施行。
`

export const busShelters: DemoConsultation = {
  slug: 'bus-shelters',
  department: 'transport',
  title: '澄溪县农村客运候车亭建设维护办法（征求意见稿）',
  summary: '哪些村要建候车亭，建成什么样，谁打扫，坏了几天修。共七条。',
  explanatoryNote: '',
  legalBasis: '',
  draft,
  contact: {
    person: '运输管理股　路远征',
    phone: '0000-6121209',
    email: 'transport@chengxi.example',
    address: '澄溪县城关镇北环路66号，邮政编码000000',
  },
  created: '-3 10:40',
}
