import { expect, it } from 'vitest'
import { normaliseSource, splitAt, splitDraft } from '../../app/drafts/split'

const anchors = (...lines: string[]) => {
  const text = normaliseSource(lines.join('\n') + '\n')
  const units = splitDraft(text)
  expect(units.map((unit) => unit.text).join('')).toBe(text)
  return units.map((unit) => unit.anchor)
}

it('does not take the first character of the sentence into 第X条之一', () => {
  const lines = ['第三条 停车。', '第三条之一 一般车辆免费。', '第三条之二　零时起免费。', '第三条之十一 二十日内缴费。']
  expect(anchors(...lines)).toEqual(['art-3', 'art-3-1', 'art-3-2', 'art-3-11'])
  expect(splitDraft(lines.join('\n'))[1]).toMatchObject({ label: '第三条之一' })
})

it('reads Article 6-1 as an article of its own', () =>
  expect(anchors('Article 6', 'Cars pay.', 'Article 6-1', 'Bikes do not.', 'Article 7', 'It is in force.')).toEqual([
    'art-6',
    'art-6-1',
    'art-7',
  ]))

it('does not miss the first article below a long chapter heading where no space follows its label', () =>
  expect(
    anchors(
      '第一章停车场的规划建设和信息公开',
      '第一条县政府编制规划。',
      '第二章收费标准的制定公布和监督检查',
      '第二条收费应当公开。',
      '第三条收费应当合理。',
    ),
  ).toEqual(['ch-1', 'art-1', 'ch-2', 'art-2', 'art-3']))

it('does not miss an article because the line above ends without a full stop', () => {
  const above = '第二条停车人应当按照公布的标准缴费'
  expect(anchors('第一条方便停车。', above, '第三条收费公开。', '第四条施行。')).toEqual(['art-1', 'art-2', 'art-3', 'art-4'])
  expect(anchors('第一条方便停车。', '第二条列表如下：', '└────┴────┴────┘', '第三条收费公开。')).toEqual(['art-1', 'art-2', 'art-3'])
})

it('takes a broken line for a reference where the same number stands again below', () =>
  expect(
    anchors('第一条方便停车。', '第二条停车人有下列情形的，依照本办法', '第三条执行，不另收费。', '第三条收费公开。', '第四条施行。'),
  ).toEqual(['art-1', 'art-2', 'art-3', 'art-4']))

it.each(['和平时期停车免费。', '的费用由县政府公布。', '修改标准的，应当公布。', '第二条和第一条所列费用公开。', '款项应当存入专户。'])(
  'reads “第三条%s” as the third article where only it can be that',
  (sentence) => {
    const before = ['第一条方便停车。', '第二条停车缴费。', `第三条${sentence}`]
    expect(anchors(...before, '第四条施行。')).toEqual(['art-1', 'art-2', 'art-3', 'art-4'])
    expect(anchors(...before, '第三条收费公开。', '第四条施行。')).toEqual(['art-1', 'art-2', 'art-3', 'art-4'])
  },
)

it('does not let a reference open a text of paragraphs', () =>
  expect(anchors('停车很难。', '第一条规定的费用太高。', '第二条的也是。')).toEqual(['p-1', 'p-2', 'p-3']))

it('reads an excerpt that begins with another article than the first', () =>
  expect(anchors('第三章收费', '第二十条收费公开。', '第二十一条收费合理。', '第二十二条减免。')).toEqual([
    'ch-3',
    'art-20',
    'art-21',
    'art-22',
  ]))

it('keeps tables printed between the articles in the article above, however many', () =>
  expect(
    anchors(
      '第一条 标准见附表一、附表二。',
      '附表一',
      '小型车三元',
      '附表二',
      '大型车六元',
      '第二条 停车缴费。',
      '第三条 施行。',
      '附表三',
      '其他',
    ),
  ).toEqual(['art-1', 'art-2', 'art-3', 'app-3']))

it('gives the second half of a unit no label that only reads as a reference', () => {
  const units = splitDraft('第一条 停车。\n第三条规定的费用另行公布。\n第二条 缴费。\n第三条 施行。\n')
  expect(splitAt(units, 'art-1', 8)[1]).toMatchObject({ kind: 'paragraph', label: '' })
})

it('prefers the label with a space to a sentence that begins like it', () =>
  expect(anchors('第一条 停车。', '第二条 缴费。', '第三条有关减免，由县政府公布。', '第三条 减免。', '第四条 施行。')).toEqual([
    'art-1',
    'art-2',
    'art-3',
    'art-4',
  ]))
