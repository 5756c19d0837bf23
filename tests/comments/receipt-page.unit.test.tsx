import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { ReceiptPage } from '~/comments/parts/receipt-page'
import type { ShownReceipt } from '~/comments/parts/shown-receipt'
import { unnamedCounty } from '~/county/rules'
import { languages } from '~/i18n'
import { PageProvider, type PageFacts } from '~/web/page'

const day = '2026-03-02T09:00:00.000Z'
const receipt = {
  code: '7K2M-9QXA-4T8B-C3WD',
  number: 3,
  body: '好',
  replacement: '',
  lang: 'zh-CN',
  channel: 'web',
  contactMasked: '138****1111',
  contactKind: 'phone',
  receiptWay: 'sms',
  receivedAt: day,
  enteredAt: day,
  withdrawnAt: null,
  about: null,
  notice: { slug: 'c', title: '办法', lang: 'zh-CN', closesAt: day, reportedAt: null, department: { name: '局', nameEn: '', phone: '1' } },
  stage: 'open',
  due: day,
  fresh: true,
  moderation: null,
  mayWithdraw: true,
  outcome: null,
} as unknown as ShownReceipt

function shown(over: Partial<Record<keyof ShownReceipt, unknown>>, lang: PageFacts['lang'] = 'zh-CN') {
  const page = { lang, display: 'standard', county: unnamedCounty, viewer: null, requestId: '', path: '/receipts/x' } as PageFacts
  return renderToStaticMarkup(
    <PageProvider value={page}>
      <ReceiptPage receipt={{ ...receipt, ...over } as ShownReceipt} />
    </PageProvider>,
  )
}
const reportedNotice = { ...receipt.notice, reportedAt: day }
const stages = {
  open: {},
  closed: { stage: 'closed', mayWithdraw: false },
  reported: { stage: 'reported', mayWithdraw: false, notice: reportedNotice },
  withdrawn: { withdrawnAt: day, mayWithdraw: false },
}

describe('what a receipt promises', () => {
  test('says how the code really goes to the contact', () => {
    expect(shown({})).toContain('另用短信发到 138****1111')
    expect(shown({ receiptWay: 'mail', contactKind: 'email', contactMasked: 'w***@example.cn' })).toContain('另用邮件发到')
    expect(shown({ receiptWay: 'call' })).toContain('我们会打电话到 138****1111')
    expect(shown({ receiptWay: 'call', contactKind: 'email' })).toContain('工作人员会用 138****1111 与您联系')
    expect(shown({ receiptWay: null })).toContain('没有另外发到 138****1111')
    expect(shown({ contactMasked: null })).not.toContain('另')
  })

  test('withdrawal is spoken of only while it can be done', () => {
    expect(shown(stages.open)).toContain('还可以撤回')
    for (const stage of ['closed', 'reported', 'withdrawn'] as const)
      expect(shown(stages[stage]), stage).not.toMatch(/还可以撤回|\/withdrawal/)
  })

  test('nothing is still to be sent, read or awaited once it is withdrawn or reported', () => {
    for (const stage of ['withdrawn', 'reported'] as const)
      expect(shown(stages[stage]), stage).not.toMatch(/短信|等待工作人员|接下来|看过之后/)
    expect(shown({ ...stages.reported, moderation: { visibility: 'withheld', reason: '', note: '', objections: [] } })).not.toContain(
      '也会告诉',
    )
  })

  test('in every language at every stage there are words, not their names', () => {
    for (const lang of languages) for (const stage of Object.values(stages)) expect(shown(stage, lang)).not.toMatch(/receipt\.\w/)
  })
})
