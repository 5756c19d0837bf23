export const pageWordsZh = {
  title: '在线问答',
  stage: { prepared: '筹备中', announced: '可以先提问', open: '正在进行', ended: '已结束，答复中', closed: '已办结' },
  disposition: { live: '现场已回答', written: '书面答复', merged: '已合并', 'out-of-scope': '不属本次范围', withdrawn: '提问人已撤回' },
  reason: {
    'personal-data': '含有个人信息',
    insult: '辱骂或人身攻击',
    advertising: '广告',
    'off-topic': '与主题无关',
    unlawful: '违反法律法规',
    flood: '重复刷屏',
    impersonation: '冒充他人',
    'no-question': '没有提出问题',
  },
  channel: { web: '网上', hall: '现场口头', paper: '纸条' },
}
