import { words } from '../words'

/** What may be taken away as data, said for people who have never heard of an interface. */
export const dataWords = words(
  {
    data: {
      title: '开放数据',
      lead: '本站公开的征求意见、意见、采纳情况反馈和政府开放日，都可以下载，也可以由程序读取。不用申请，不用密钥。',
      'files-title': '下载',
      files: '每份采纳情况反馈的页面下方都可以下载：全文是 JSON 文件，意见点表是 CSV 文件，可以用表格软件打开。',
      reports: '到采纳情况反馈',
      'feed-title': '订阅',
      feed: '新的征求意见或开放日发布时，阅读器会收到。格式为 Atom。',
      'feed-link': '征求意见订阅',
      'open-days-feed': '政府开放日订阅',
      calendar: '各场次的时间可以放进手机或电脑的日历，改期时会跟着更新。格式为 iCalendar。',
      'calendar-link': '政府开放日日历',
      'program-title': '给程序读取',
      program: '以下地址返回 JSON。每页若干条，结果里的 next 是下一页的地址；没有变化时按 ETag 返回 304。',
      caption: '数据地址',
      address: '地址',
      what: '内容',
      of: {
        consultations: '已经公布的征求意见，从新到旧',
        consultation: '一件征求意见，连同草案各条',
        comments: '一件征求意见的公开意见，从新到旧',
        report: '一份采纳情况反馈；可以指定版本',
        reports: '已经公布的采纳情况反馈，从新到旧',
        'open-days': '已经公布的政府开放日，连同场次和名额，从新到旧',
        'open-day': '一个开放日：公告、场次和名额',
      },
      slug: '其中的 {slug} 是征求意见或开放日网址里的那一段，在各自列表的结果里可以找到。',
      description: '接口说明（OpenAPI）',
      'licence-title': '可以怎样使用',
      licence: '任何人都可以复制、改编和再发布，也可以用于商业，只要注明来自{{county}}。许可协议：',
      private:
        '数据里只有网页上公开的内容：遮盖的文字是 █，不予公开的意见只有编号和理由，没有联系方式和回执编号；开放日只有名额数，没有报名人。',
    },
  },
  {
    data: {
      title: 'Open data',
      lead: 'Published consultations, comments, adoption reports and open days can be downloaded, or read by a program. No application and no key are needed.',
      'files-title': 'Downloads',
      files:
        'At the foot of every adoption report you can download the whole text as a JSON file, and the table of points as a CSV file for spreadsheets.',
      reports: 'To the adoption reports',
      'feed-title': 'Feed',
      feed: 'A feed reader is told when a new consultation or open day is published. The format is Atom.',
      'feed-link': 'Feed of consultations',
      'open-days-feed': 'Feed of open days',
      calendar:
        'The times of all slots can stand in the calendar of a phone or computer; when a slot moves, it follows. The format is iCalendar.',
      'calendar-link': 'Calendar of open days',
      'program-title': 'For programs',
      program:
        'These addresses answer in JSON. Long lists come in pages; “next” in the answer is the address of the next one. What has not changed since an ETag is answered with 304.',
      caption: 'Addresses',
      address: 'Address',
      what: 'What is there',
      of: {
        consultations: 'Published consultations, newest first',
        consultation: 'One consultation with the articles of its draft',
        comments: 'The public comments on one consultation, newest first',
        report: 'One adoption report; a revision can be asked for',
        reports: 'Published adoption reports, newest first',
        'open-days': 'Published open days with their slots and places, newest first',
        'open-day': 'One open day: its notice, slots and places',
      },
      slug: 'In these, {slug} is the part of the web address of a consultation or an open day that names it; the lists give them.',
      description: 'Description of the interface (OpenAPI)',
      'licence-title': 'How it may be used',
      licence: 'Anyone may copy, adapt and republish it, also commercially, who names {{county}} as the source. Licence: ',
      private:
        'It holds only what these pages show: covered passages are █, a withheld comment is its number and the reason, and there are no contacts and no receipt codes. Of open days it holds how many places are taken, not by whom.',
    },
  },
)
