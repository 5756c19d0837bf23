import { expect, it } from 'vitest'
import { bodyParagraphs, normaliseSource, splitDraft } from '../../app/drafts/split'

const units = (...lines: string[]) => {
  const text = normaliseSource(lines.join('\n') + '\n')
  const found = splitDraft(text)
  expect(found.map((unit) => unit.text).join('')).toBe(text)
  return found
}
const anchors = (...lines: string[]) => units(...lines).map((unit) => unit.anchor)

it('leaves the last 一、 of an enumeration in its article', () => {
  expect(anchors('第一条 车辆分为：', '一、小型车；', '二、大型车；', '三、其他。', '第二条 收费。')).toEqual(['art-1', 'art-2'])
  expect(anchors('第一条 车辆分为：', '一、小型车', '二、大型车', '第二条 收费。')).toEqual(['art-1', 'art-2'])
})

it('still reads a 一、 between articles as their heading', () =>
  expect(anchors('一、车辆', '第一条 小型车。', '二、收费', '第二条 收费。')).toEqual(['item-1', 'art-1', 'item-2', 'art-2']))

it('lets 三、 without hashes stand beside ## 二、', () =>
  expect(
    units('## 一、车辆', '小型车。', '## 二、收费', '三元。', '三、执法', '严格。', '四、附则', '施行。', '## 五、其他', '无。').map(
      (u) => [u.anchor, u.level],
    ),
  ).toEqual([1, 2, 3, 4, 5].map((n) => [`item-${n}`, 0])))

it('reads 1总则 and 1.1目的 without a space, and counted things as such', () =>
  expect(
    anchors(
      '停车预案',
      '1总则',
      '1.1目的',
      '收费期限不超过',
      '2年的',
      '免费。',
      '1.2依据',
      '2组织',
      '2.1机构',
      '县政府。',
      '3附则',
      '3.1施行',
      '即日。',
    ),
  ).toEqual(['preamble', 'sec-1', 'sec-1.1', 'sec-1.2', 'sec-2', 'sec-2.1', 'sec-3', 'sec-3.1']))

it('ends a line at the soft breaks and page breaks of a word processor, and keeps them', () =>
  expect(anchors('第一条 停车。\u000b第二条 缴费。\f第三条 让行。\u2028第四条 施行。')).toEqual(['art-1', 'art-2', 'art-3', 'art-4']))

const plan = [
  '一、目标',
  '方便停车，让居民在家门口停得下、停得好。',
  '二、任务',
  '建设停车场，规范收费，加强执法。',
  '三、保障',
  '落实责任。',
]
const rules = ['附件', '停车收费办法', '第一条 目的。', '第二条 收费。', '第三条 施行。']

it('comments on a plan and not only on the rules attached to it', () => {
  expect(anchors('停车工作方案', ...plan, ...rules)).toEqual(['preamble', 'item-1', 'item-2', 'item-3', 'app-1'])
  expect(anchors('关于印发停车收费办法的通知', ...plan, ...rules)).toEqual(['preamble', 'art-1', 'art-2', 'art-3'])
})

it('reads 一 followed by a space as a heading, and not in a sentence or a row of a table', () => {
  expect(anchors('停车方案', '一　目标要求', '方便。', '二　任务', '建设。', '三　保障', '落实。')).toEqual([
    'preamble',
    'item-1',
    'item-2',
    'item-3',
  ])
  expect(anchors('一 停车很难，大家都知道。', '二 三 四')).toEqual(['p-1'])
})

it('leaves a list further to the right in the item above it', () =>
  expect(anchors('停车须知', '1. 缴费：', '   1. 小型车', '   2. 大型车', '   3. 其他', '2. 让行', '3. 施行')).toEqual([
    'preamble',
    'item-1',
    'item-2',
    'item-3',
  ]))

it('takes what is bold at the start of an item as its title', () => {
  const [, first] = units('# Parking', '1. **Pay.** Cars pay.', '2. **Stay.** Cars stay.')
  expect(first).toMatchObject({ label: '1.', title: 'Pay.' })
  expect(bodyParagraphs(first!)).toEqual(['Cars pay.'])
})

it('reads 1.2、 with its mark, and a date of printing as the end', () => {
  expect(units('1．总则', '1.1．目的', '方便。', '1.2、范围', '全县。')[2]).toMatchObject({ label: '1.2、', title: '范围' })
  expect(anchors('第一条 停车。', '第二条 施行。', '某县人民政府', '2024年3月5日印发')).toEqual(['art-1', 'art-2', 'closing'])
})

it('does not take a word that begins like Abs. for a reference to a paragraph', () =>
  expect(anchors('## § 1 Zweck', 'Parken.', '## § 2 Abschluss', 'Ende.', '§ 3 Abs. 2 gilt.')).toEqual(['art-1', 'art-2']))
