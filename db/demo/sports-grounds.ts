// The drafts are typed as offices type them, with a wide space after the number.
/* eslint no-irregular-whitespace: ["error", { "skipTemplates": true }] */
import type { DemoConsultation } from './content'

const draft = `澄溪县学校体育场地向居民开放办法
（征求意见稿）

第一条　为了方便居民就近锻炼，利用好学校体育场地，在保障教学和师生安全的前提下，制定本办法。

第二条　县城公办中小学的田径场、篮球场、乒乓球台，具备独立出入口或者可以隔离的，应当向居民开放。首批开放七所学校，名单附后。

第三条　开放时间为：
（一）教学日十八时三十分至二十一时；
（二）周末和法定节假日七时至二十一时；
（三）寒暑假七时至十一时、十六时至二十一时。
考试、大型活动期间暂停开放的，学校应当提前三日在门口公布。

第四条　居民凭身份证登记一次，领取入场卡后刷卡入场。未满十四周岁的由家长陪同。

第五条　田径场、篮球场、乒乓球台免费开放。晚间需要照明的，不另行收费。

第六条　开放期间由体育部门统一购买公众责任保险，配备场地管理员。居民因场地设施缺陷受伤的，按照保险和法律规定处理，学校不因开放加重责任。

第七条　入场的居民应当爱护设施，不带宠物，不吸烟，不在场内骑车。经提醒仍不改正的，管理员可以请其离场。

第八条　教育和体育局每学期公布各校开放时长、入场人次和维护费用。

第九条　本办法自公布之日起施行，试行一学年。
`

export const sportsGrounds: DemoConsultation = {
  slug: 'sports-grounds',
  department: 'schools',
  title: '澄溪县学校体育场地向居民开放办法（征求意见稿）',
  summary: '七所学校的操场、球场什么时候向居民开放，怎么进，要不要钱，受了伤怎么办。共九条，试行一学年。',
  explanatoryNote: `县城人均体育场地只有一点六平方米，居民晚上跑步多在马路边。学校的操场放学以后、假期里大多空着。过去不敢开，主要是怕出事、没人管。

草案的办法是：统一买保险，每校配管理员，刷卡入场，教学时间不开放。首批选了七所有独立出入口的学校。

请家长、老师和想去锻炼的居民都说说，尤其是第三条的时间是否合适，第六条是否让学校放心。`,
  legalBasis: '《中华人民共和国体育法》《全民健身条例》。',
  draft,
  access: 'account',
  nameMode: 'open',
  contact: {
    person: '群众体育股　温书棠',
    phone: '0000-6121410',
    email: 'schools@chengxi.example',
    address: '澄溪县城关镇学府街21号，邮政编码000000',
  },
  created: '-15 10:00',
  submitted: '-4 09:45',
  published: '-1 16:00',
  opens: '3 09:00',
  closes: 34,
}
