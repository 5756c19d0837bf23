import { words } from '../words'

export const moderationWords = words(
  {
    visibility: { waiting: '待审核', published: '已公开', redacted: '遮盖后公开', withheld: '不予公开' },
    reason: {
      'personal-data': '含个人信息',
      insult: '辱骂、诽谤他人',
      advertising: '广告推销',
      'off-topic': '与本次征求意见无关',
      unlawful: '含法律禁止发布的内容',
      flood: '大量重复提交',
      impersonation: '冒用他人或单位名义',
    },
    'reason-means': {
      'personal-data': '写有自己或他人的手机号、身份证号、住址、银行卡号、车牌号等，公开后会被人利用。',
      insult: '对具体的人进行辱骂、威胁，或者无依据地指称其违法、不道德。批评政府工作和草案，语气再重也不算。',
      advertising: '推销商品、服务或者引流的内容。',
      'off-topic': '说的不是这份草案，也不是它要解决的事。反映的问题会转告有关部门，不影响另行办理。',
      unlawful: '法律、行政法规明令禁止发布的内容。办理说明里会写明依据哪一条。',
      flood: '同一人短时间内提交的大量相同内容，公开其中一件，其余不再逐件公开。',
      impersonation: '有依据表明，署名的人或单位并没有提交这件意见。',
    },
  },
  {
    visibility: { waiting: 'Waiting', published: 'Published', redacted: 'Published with parts removed', withheld: 'Not published' },
    reason: {
      'personal-data': 'Contains personal data',
      insult: 'Insults or defames a person',
      advertising: 'Advertising',
      'off-topic': 'Not about this consultation',
      unlawful: 'Content whose publication the law forbids',
      flood: 'The same text sent many times',
      impersonation: 'Sent in the name of someone else',
    },
    'reason-means': {
      'personal-data': 'It names mobile numbers, identity numbers, home addresses, bank cards, number plates or the like, which others could misuse once public.',
      insult: 'It insults or threatens an identifiable person, or accuses them without grounds. Criticism of the government or of the draft never counts, however sharp.',
      advertising: 'It sells goods or services or draws people to them.',
      'off-topic': 'It is not about this draft nor about what the draft is meant to solve. The matter is passed on to the office in charge.',
      unlawful: 'A law or administrative regulation forbids publishing it. The note names the article.',
      flood: 'One person sent the same text many times in a short while. One copy is published, the others are not shown one by one.',
      impersonation: 'There are grounds to believe that the named person or body did not send it.',
    },
  },
)
