// The drafts are typed as offices type them, with a wide space after the number.
/* eslint no-irregular-whitespace: ["error", { "skipTemplates": true }] */
import type { DemoConsultation } from './content'

const draft = `澄溪县地名标志设置和维护规定
（征求意见稿）

第一条　为了规范地名标志的设置和维护，方便居民出行、投递和急救，根据《地名管理条例》，制定本规定。

第二条　本规定所称地名标志，包括路牌、街巷牌、楼门牌、村牌。

第三条　新建道路、住宅小区应当在投入使用前设置地名标志，费用由建设单位承担。

第四条　路牌应当设在路口明显位置，字体高度不小于十厘米，夜间能够辨认。不得在路牌上发布广告。

第五条　村牌除标准名称外，可以附写当地群众习惯使用的小地名，便于急救、消防寻找。

第六条　任何人发现地名标志缺失、损坏、书写错误的，可以向民政局报告。民政局应当在十五个工作日内更换或者说明原因。

第七条　更换楼门牌不向居民收取费用。居民因门牌变更需要办理证件变更的，有关单位应当免费办理。

第八条　本规定自公布之日起施行。
`

export const placeNames: DemoConsultation = {
  slug: 'place-names',
  department: 'civil',
  title: '澄溪县地名标志设置和维护规定（征求意见稿）',
  summary: '路牌、楼门牌、村牌由谁设、坏了找谁换、换门牌收不收钱。共八条。',
  explanatoryNote:
    '去年清查，县城路牌缺失、破损一百零七块，村牌写错字的十九块。急救中心反映，夜里找不到村子、找不到楼号，最多一次耽误了二十二分钟。本规定明确谁来设、谁来修、多久修好，并准许在村牌上附写小地名。',
  legalBasis: '《地名管理条例》，国家标准《地名　标志》。',
  draft,
  contact: {
    person: '区划地名股　程爱民',
    phone: '0000-6121509',
    email: 'civil@chengxi.example',
    address: '澄溪县城关镇学府街3号，邮政编码000000',
  },
  created: '-95 09:40',
  submitted: '-83 14:30',
  published: '-81 09:00',
  closes: -50,
  reports: [
    {
      prepared: '-47 10:00',
      submitted: '-41 16:00',
      published: '-38 09:30',
      statement: `征求意见三十一天，没有收到意见。

我们不把没有意见当作都同意。征求意见期间，本页面被打开四百六十三次；草案还张贴在十二个乡镇的便民服务中心。公布施行以前，我们会再请急救中心、邮政投递员和三个村的村民代表看一遍，发现行不通的地方，重新征求意见。

草案内容没有变动。规定施行以后，路牌坏了、写错了，随时可以拨打0000-6121509。`,
    },
  ],
}
