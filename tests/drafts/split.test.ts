import { describe, expect, it } from 'vitest'
import { bodyParagraphs, countArticles, normaliseSource, splitDraft, type Unit } from '../../app/drafts/split'

const split = (source: string): Unit[] => {
  const text = normaliseSource(source)
  const units = splitDraft(text)
  expect(units.map((u) => u.text).join('')).toBe(text)
  expect(new Set(units.map((u) => u.anchor)).size).toBe(units.length)
  for (const unit of units) expect(unit.anchor).toMatch(/^[a-z0-9][a-z0-9.-]*$/)
  return units
}
const anchors = (source: string) => split(source).map((u) => u.anchor)
const byAnchor = (source: string, anchor: string) => split(source).find((u) => u.anchor === anchor)!
const lines = (...texts: string[]) => texts.join('\n') + '\n'

const three = (a: string, b: string, c: string) =>
  lines(`${a} 为了方便停车，制定本办法。`, `${b} 本县范围内适用本办法。`, `${c} 本办法自公布之日起施行。`)

describe('labels of articles', () => {
  it.each<[string, string, string[]]>([
    ['第X条 with an ordinary space', three('第一条', '第二条', '第三条'), ['art-1', 'art-2', 'art-3']],
    ['full-width spaces before and behind', three('　　第一条　', '　　第二条　', '　　第三条　'), ['art-1', 'art-2', 'art-3']],
    ['zero-width spaces', three('\u200b第一条\u200b', '\u200b第\u200b二条', '第三条\u200b'), ['art-1', 'art-2', 'art-3']],
    ['a space inside the label', three('第 一 条', '第 二 条', '第 三 条'), ['art-1', 'art-2', 'art-3']],
    ['Arabic digits', three('第1条', '第2条', '第12条'), ['art-1', 'art-2', 'art-12']],
    ['full-width digits', three('第１条', '第２条', '第１２条'), ['art-1', 'art-2', 'art-12']],
    ['hundreds and thousands', three('第九十九条', '第一百零五条', '第一千二百六十条'), ['art-99', 'art-105', 'art-1260']],
    ['第X条之一', three('第三条', '第三条之一', '第三条之二'), ['art-3', 'art-3-1', 'art-3-2']],
    ['Traditional script', three('第一條', '第二條', '第二條之1'), ['art-1', 'art-2', 'art-2-1']],
    ['bold labels out of a word processor', three('**第一条**', '__第二条__', '**第三条**'), ['art-1', 'art-2', 'art-3']],
    ['gaps in the numbering', three('第一条', '第四条', '第九条'), ['art-1', 'art-4', 'art-9']],
    ['the same number twice', three('第一条', '第二条', '第二条'), ['art-1', 'art-2', 'art-2-b']],
    [
      'no space behind the label',
      lines('第一条为了方便停车，制定本办法。', '第二条本县范围内适用本办法。', '第三条自公布之日起施行。'),
      ['art-1', 'art-2', 'art-3'],
    ],
    [
      'no space and a number missing',
      lines('第一条为了方便停车。', '第二条本县适用本办法。', '第四条自公布之日起施行。', '第五条由县政府解释。'),
      ['art-1', 'art-2', 'art-4', 'art-5'],
    ],
    [
      'Greek',
      lines('ΚΕΦΑΛΑΙΟ Α΄', 'Άρθρο 1', 'Σκοπός', 'Κείμενο.', 'Άρθρο 2 Ορισμοί', 'Κείμενο.', 'ΚΕΦΑΛΑΙΟ Β΄ ΤΕΛΙΚΕΣ', 'Άρθρο 3Α', 'Κείμενο.'),
      ['ch-1', 'art-1', 'art-2', 'ch-2', 'art-3-1'],
    ],
    [
      'English articles in chapters',
      lines(
        'Chapter I General',
        '',
        'Article 1 Purpose',
        '',
        'This ordinance is about parking.',
        '',
        'Article 2',
        '',
        'Scope',
        '',
        'It applies in the county.',
        '',
        'CHAPTER II',
        '',
        'Article 3. It enters into force at once.',
      ),
      ['ch-1', 'art-1', 'art-2', 'ch-2', 'art-3'],
    ],
    ['English sections', lines('Section 1. Purpose', 'This is the purpose.', 'Section 2. Scope', 'This is the scope.'), ['art-1', 'art-2']],
    [
      'sections below chapters and above articles',
      lines('Chapter 1 General', 'Section 1 Terms', 'Article 1 Words', 'A word is a word.', 'Article 2 More', 'More words.'),
      ['ch-1', 'ch-1-sec-1', 'art-1', 'art-2'],
    ],
    ['paragraph signs', lines('§ 5 Zweck', 'Dieses Gesetz dient dem Parken.', '§ 5a Geltung', 'Es gilt überall.'), ['art-5', 'art-5a']],
    [
      'Markdown headings as articles',
      lines('# 停车办法', '', '## 第一条 目的', '', '方便停车。', '', '## 第二条 范围', '', '本县。'),
      ['preamble', 'art-1', 'art-2'],
    ],
  ])('%s', (_name, source, expected) => {
    expect(anchors(source)).toEqual(expected)
    expect(anchors(source.replace(/\n/g, '\r\n'))).toEqual(expected)
  })

  it('takes the caption in brackets as the title and keeps it out of the body', () => {
    const unit = byAnchor(lines('第一条（制定目的）为了方便停车，制定本办法。', '第二条【适用范围】 本县适用。'), 'art-1')
    expect(unit).toMatchObject({ label: '第一条', title: '制定目的' })
    expect(bodyParagraphs(unit)).toEqual(['为了方便停车，制定本办法。'])
  })

  it('does not take the first 项 for a caption', () => {
    expect(byAnchor(lines('第一条 （一）停车；', '（二）行车。', '第二条 本县适用。'), 'art-1').title).toBe('')
  })

  it('takes the line below a bare English label as the title', () => {
    const unit = byAnchor(
      lines('Article 1', '', 'Purpose', '', 'This ordinance is about', 'parking.', '', 'Article 2', '', 'Scope', '', 'Here.'),
      'art-1',
    )
    expect(unit.title).toBe('Purpose')
    expect(bodyParagraphs(unit)).toEqual(['This ordinance is about parking.'])
  })

  it('keeps 款, 项 and tables inside the article', () => {
    const source = lines(
      '第一条 收费标准如下：',
      '（一）小型车；',
      '（二）大型车。',
      '',
      '| 车型 | 元 |',
      '| --- | --- |',
      '| 第二条 | 3 |',
      '',
      '前款标准每年公布。',
      '第二条 本县适用。',
    )
    expect(anchors(source)).toEqual(['art-1', 'art-2'])
    expect(bodyParagraphs(byAnchor(source, 'art-1'))).toEqual([
      '收费标准如下：',
      '（一）小型车；',
      '（二）大型车。',
      '| 车型 | 元 |\n| --- | --- |\n| 第二条 | 3 |',
      '前款标准每年公布。',
    ])
  })
})

describe('references that begin a line', () => {
  const before = ['第一条 为了方便停车。', '第二条 停车人应当缴费。']
  it.each<[string, string[], string[]]>([
    [
      '“第X条、” as in village rules',
      ['第一条、为了方便停车。', '第二条、停车人应当缴费。', '第三条、施行。'],
      ['art-1', 'art-2', 'art-3'],
    ],
    [
      '“第三条规定的” in a paragraph of its own',
      [...before, '第三条规定的费用由县政府公布。', '第三条 县政府公布标准。'],
      ['art-1', 'art-2', 'art-3'],
    ],
    [
      'a line broken before the reference',
      [...before, '第三条 停车人有下列情形之一，依照本办法', '第一条 的规定处理，不另收费。', '第四条 施行。'],
      ['art-1', 'art-2', 'art-3', 'art-4'],
    ],
    ['第X条第Y款', [...before, '第一条第二款的费用另行公布。', '第三条 施行。'], ['art-1', 'art-2', 'art-3']],
    ['第X条、第Y条', [...before, '第四条、第五条所列费用另行公布。', '第三条 施行。'], ['art-1', 'art-2', 'art-3']],
    ['第X条至第Y条', [...before, '第四条至第六条不适用。', '第三条 施行。'], ['art-1', 'art-2', 'art-3']],
    ['no space, backwards', [...before, '第一条费用另行公布。', '第三条 施行。'], ['art-1', 'art-2', 'art-3']],
    ['in the middle of a sentence', [...before, '依照第三条执行。', '第三条 施行。'], ['art-1', 'art-2', 'art-3']],
    [
      'English “Article 1 of”',
      [
        'Article 1 Purpose',
        'Parking is governed by',
        'Article 9 of the Act, and by',
        'Article 2, second sentence.',
        'Article 2 Scope',
        'The county.',
      ],
      ['art-1', 'art-2'],
    ],
    [
      'a chapter named in a sentence',
      ['第一章 总则', '第一条 目的。', '第二章规定的费用另行公布。', '第二章 费用', '第二条 收费。'],
      ['ch-1', 'art-1', 'ch-2', 'art-2'],
    ],
  ])('%s', (_name, source, expected) => expect(anchors(lines(...source))).toEqual(expected))
})

describe('books, parts, chapters and sections', () => {
  it('nests 编, 章 and 节 and names chapters of a 编 below it', () => {
    const source = lines(
      '第一编 总则',
      '第一章 一般规定',
      '第一条 甲。',
      '第二编 分则',
      '第一章 费用',
      '第一节 标准',
      '第二条 乙。',
      '第二节 减免',
      '第三条 丙。',
    )
    expect(split(source).map((u) => [u.anchor, u.level, u.kind])).toEqual([
      ['part-1', 0, 'part'],
      ['part-1-ch-1', 1, 'chapter'],
      ['art-1', 2, 'article'],
      ['part-2', 0, 'part'],
      ['part-2-ch-1', 1, 'chapter'],
      ['part-2-ch-1-sec-1', 2, 'section'],
      ['art-2', 3, 'article'],
      ['part-2-ch-1-sec-2', 2, 'section'],
      ['art-3', 3, 'article'],
    ])
  })

  it('reads Traditional 編 and 節', () => {
    expect(anchors(lines('第一編 總則', '第一章 通則', '第一節 名詞', '第一條 甲。', '第二條 乙。'))).toEqual([
      'part-1',
      'part-1-ch-1',
      'part-1-ch-1-sec-1',
      'art-1',
      'art-2',
    ])
  })

  it('separates labels that share one line', () => {
    expect(anchors(lines('第一章 总则 第一条 为了方便停车。', '第二条 本县。'))).toEqual(['ch-1', 'art-1', 'art-2'])
    expect(
      anchors(lines('## ΜΕΡΟΣ Α’ ΓΕΝΙΚΑ – ΚΕΦΑΛΑΙΟ Β’ ΑΡΧΕΣ – Άρθρο 1 Σκοπός', '', 'Κείμενο.', '', '## Άρθρο 2 Ορισμοί', '', 'Κείμενο.')),
    ).toEqual(['part-1', 'part-1-ch-2', 'art-1', 'art-2'])
  })

  it('takes the title of a chapter from the next line where it stands there', () => {
    expect(byAnchor(lines('第一章', '总则', '第一条', '甲。', '第二条', '乙。'), 'ch-1').title).toBe('总则')
  })

  it('shows nothing below a heading that is only a heading', () => {
    const greek = '## ΜΕΡΟΣ Α’ ' + 'ΓΕΝΙΚΑ '.repeat(60) + '– ΚΕΦΑΛΑΙΟ Β’ ΑΡΧΕΣ – Άρθρο 1 Σκοπός\n\nΚείμενο.\n'
    expect(split(greek).map(bodyParagraphs)).toEqual([[], [], ['Κείμενο.']])
  })

  it('lets nobody comment on a chapter heading', () => {
    const units = split(lines('第一章 总则', '第一条 甲。', '第二条 乙。'))
    expect(units.map((u) => u.commentable)).toEqual([false, true, true])
    expect(units[0]).toMatchObject({ label: '第一章', title: '总则' })
  })
})

describe('text around the articles', () => {
  it('keeps a cover notice with numbers of its own out of the articles', () => {
    const source = lines(
      '关于公开征求《停车办法》意见的通知',
      '一、征求意见时间为三十日。',
      '二、意见寄县政府。',
      '附件：停车办法（征求意见稿）',
      '某县人民政府',
      '2024年5月1日',
      '',
      '附件',
      '停车办法（征求意见稿）',
      '第一章 总则',
      '第一条 为了方便停车。',
      '第二条 本县。',
    )
    expect(anchors(source)).toEqual(['preamble', 'ch-1', 'art-1', 'art-2'])
  })

  it('keeps a numbered cover notice out of a plan numbered 一、（一）', () => {
    const source = lines(
      '关于公开征求意见的通知',
      '一、征求意见时间为三十日。',
      '二、意见寄县政府。',
      '附件1：停车方案',
      '某县人民政府',
      '2024年5月1日',
      '附件1',
      '停车方案',
      '一、总体要求',
      '（一）指导思想。方便群众，有序停车，让停车成为一件简单的事情。',
      '（二）目标。到明年年底停车位增加一倍，居民满意。',
      '二、任务',
      '（一）建设。县政府建设停车场，向所有居民开放。',
      '三、保障',
      '各部门要落实责任，按时完成各项任务。',
    )
    expect(anchors(source)).toEqual(['preamble', 'item-1', 'item-1-1', 'item-1-2', 'item-2', 'item-2-1', 'item-3'])
  })

  it('keeps the table of contents as one unit', () => {
    const source = lines(
      '停车办法',
      '目　录',
      '第一章 总则…………1',
      '第二章 附则……2',
      '第一章　总　则',
      '第一条 目的。',
      '第二章 附则',
      '第二条 施行。',
    )
    const units = split(source)
    expect(units.map((u) => u.anchor)).toEqual(['preamble', 'contents', 'ch-1', 'art-1', 'ch-2', 'art-2'])
    expect(units[1]).toMatchObject({ kind: 'contents', commentable: false })
  })

  it('finds a table of contents with repeated 节, and one without its heading', () => {
    const toc = ['第一章 总则', '第一节 目的', '第二章 费用', '第一节 标准']
    const body = ['第一章 总则', '第一节 目的', '第一条 甲。', '第二章 费用', '第一节 标准', '第二条 乙。']
    expect(anchors(lines('目录', ...toc, ...body))).toEqual(['contents', 'ch-1', 'ch-1-sec-1', 'art-1', 'ch-2', 'ch-2-sec-1', 'art-2'])
    expect(anchors(lines(...toc, ...body))).toEqual(['contents', 'ch-1', 'ch-1-sec-1', 'art-1', 'ch-2', 'ch-2-sec-1', 'art-2'])
  })

  it('keeps an appendix whole, with the numbers inside it', () => {
    const source = lines(
      '第一条 甲。',
      '第二条 乙。',
      '附件1',
      '收费标准',
      '第一条 表内单位为元。',
      '一、小型车',
      '附表2 减免',
      '| 车 | 元 |',
      '| --- | --- |',
      '| 小 | 1 |',
    )
    expect(split(source).map((u) => [u.anchor, u.kind, u.commentable])).toEqual([
      ['art-1', 'article', true],
      ['art-2', 'article', true],
      ['app-1', 'appendix', true],
      ['app-2', 'appendix', true],
    ])
    expect(byAnchor(source, 'app-1').title).toBe('收费标准')
  })

  it('reads English appendices, and a mention of one as a mention', () => {
    const source = lines(
      'Article 1 Purpose',
      'Parking.',
      'Article 2 Fees',
      'Fees are those of',
      'Annex A of the Act.',
      '',
      'Annex A: Fees',
      '',
      'One dollar.',
      '',
      'Appendix 2',
      '',
      'Forms',
    )
    expect(anchors(source)).toEqual(['art-1', 'art-2', 'app-a', 'app-2'])
  })

  it('does not take 附则 or “附件所列” for an appendix', () => {
    expect(anchors(lines('第一章 总则', '第一条 甲。', '第二章 附则', '第二条 乙。', '附件所列车辆免费。', '附则', '第三条 丙。'))).toEqual(
      ['ch-1', 'art-1', 'ch-2', 'art-2', 'art-3'],
    )
  })

  it('makes a bare list of attachments at the end one unit', () => {
    expect(anchors(lines('第一条 甲。', '第二条 乙。', '附件：', '1. 收费标准', '2. 申请表'))).toEqual(['art-1', 'art-2', 'app-1'])
  })

  it('finds the draft in “附件1” and keeps the attachments after it whole', () => {
    expect(
      anchors(lines('附件1', '停车办法', '第一条 甲。', '第二条 乙。', '附件2', '起草说明', '一、背景', '停车难。', '附件3', '反馈表')),
    ).toEqual(['preamble', 'art-1', 'art-2', 'app-2', 'app-3'])
  })

  it('cuts the signature off the last unit', () => {
    const units = split(
      lines(
        '一、总体要求',
        '方便群众停车。',
        '二、保障',
        '各部门要落实责任。',
        '',
        '附件：清单',
        '',
        '某县人民政府',
        '2024年5月1日',
        '（此件公开发布）',
      ),
    )
    expect(units.map((u) => [u.anchor, u.commentable])).toEqual([
      ['item-1', true],
      ['item-2', true],
      ['closing', false],
    ])
  })

  it('leaves alternatives inside an article, and gives whole alternative articles a suffix', () => {
    expect(anchors(lines('第一条 甲案：', '收费。', '乙案：', '不收费。', '第二条 施行。'))).toEqual(['art-1', 'art-2'])
    expect(anchors(lines('第一条 目的。', '甲案：', '第二条 收费。', '乙案：', '第二条 不收费。'))).toEqual([
      'art-1',
      'alt-1',
      'art-2',
      'alt-2',
      'art-2-b',
    ])
  })
})

describe('amendments', () => {
  it('counts instructions and not the articles quoted in them', () => {
    const source = lines(
      '停车办法修正案',
      '一、将第三条修改为：“第三条 停车人应当缴费：',
      '“（一）小型车；',
      '“（二）大型车。”',
      '二、增加两条，作为第五条、第六条：“第五条 甲。',
      '第六条 乙。”',
      '三、删去第九条。',
      '四、第十条改为第十一条，修改为：',
      '“第十一条 丙。”',
      '本修正案自公布之日起施行。',
    )
    const units = split(source)
    expect(units.map((u) => u.anchor)).toEqual(['preamble', 'item-1', 'item-2', 'item-3', 'item-4'])
    expect(countArticles(units)).toBe(4)
  })

  it('does so when the quoted articles carry no marks at all', () => {
    expect(
      anchors(lines('一、第三条修改为：', '第三条 停车人应当缴费。', '二、第七条修改为：', '第七条 由县政府公布。', '三、删去第九条。')),
    ).toEqual(['item-1', 'item-2', 'item-3'])
  })

  it('does so when the instructions are articles themselves', () => {
    expect(
      anchors(
        lines('第一条 将《办法》第八条修改为：“第八条 收费。', '第九条 不收费。”', '第二条 删去第十条。', '第三条 自公布之日起施行。'),
      ),
    ).toEqual(['art-1', 'art-2', 'art-3'])
  })

  it('reads corner brackets and straight quotation marks too', () => {
    expect(anchors(lines('第一條 將第八條修正為：「第八條 收費。', '第九條 不收費。」', '第二條 施行。'))).toEqual(['art-1', 'art-2'])
    expect(anchors(lines('第一条 将第八条修改为："第八条 收费。', '第九条 不收费。"', '第二条 施行。'))).toEqual(['art-1', 'art-2'])
  })

  it('is not led astray by a quotation mark that is never closed', () => {
    expect(
      anchors(lines('第一条 本办法所称：“停车，指停放。', '第二条 “机动车”指汽车。', '第三条 收费。', '第四条 “免费”指不收费。')),
    ).toEqual(['art-1', 'art-2', 'art-3', 'art-4'])
  })
})

describe('texts without 条', () => {
  it('makes each 一、（一）1. heading a unit and the deepest of them articles', () => {
    const source = lines(
      '方案',
      '一、总体要求',
      '（一）指导思想。',
      '方便群众停车。',
      '（二）原则。',
      '1.便民。方便群众。',
      '2.公开。公开透明。',
      '二、任务',
      '县政府建设停车场。',
    )
    expect(split(source).map((u) => [u.anchor, u.kind, u.level])).toEqual([
      ['preamble', 'preamble', 0],
      ['item-1', 'heading', 0],
      ['item-1-1', 'article', 1],
      ['item-1-2', 'heading', 1],
      ['item-1-2-1', 'article', 2],
      ['item-1-2-2', 'article', 2],
      ['item-2', 'article', 0],
    ])
    expect(byAnchor(source, 'item-1-1')).toMatchObject({ label: '（一）', title: '指导思想' })
  })

  it('makes a heading with sentences of its own commentable', () => {
    const source = lines(
      '一、任务',
      '各部门要落实责任。',
      '（一）建设。建设停车场。',
      '（二）管理。加强管理。',
      '二、保障',
      '（一）经费。保障经费。',
    )
    expect(
      split(source)
        .filter((u) => u.kind === 'heading')
        .map((u) => [u.anchor, u.commentable]),
    ).toEqual([
      ['item-1', true],
      ['item-2', false],
    ])
  })

  it('leaves an enumeration inside its item', () => {
    expect(
      anchors(
        lines(
          '一、有下列情形之一的，免费：',
          '（一）救护车；',
          '（二）消防车。',
          '二、材料',
          '1. 身份证；',
          '2. 户口簿。',
          '三、县政府解释本规定。（一）不收费。',
        ),
      ),
    ).toEqual(['item-1', 'item-2', 'item-3'])
  })

  it('lets items run through the chapters, or counts them by chapter', () => {
    expect(anchors(lines('第一章 总则', '一、目的是方便停车。', '二、本县适用。', '第二章 附则', '三、自公布之日起施行。'))).toEqual([
      'ch-1',
      'item-1',
      'item-2',
      'ch-2',
      'item-3',
    ])
    expect(anchors(lines('第一章 总则', '一、目的是方便停车。', '二、本县适用。', '第二章 附则', '一、自公布之日起施行。'))).toEqual([
      'ch-1',
      'ch-1-item-1',
      'ch-1-item-2',
      'ch-2',
      'ch-2-item-1',
    ])
  })

  it('reads 1 / 1.1 / 1.1.1 with gaps, and decimals in sentences as such', () => {
    const source = lines(
      '1 总则',
      '1.1 目的',
      '方便停车，每月减少',
      '3.5 万元费用。',
      '1.2 范围',
      '1.2.1 本县县城的公共停车场。',
      '1.2.3 本县其他地方的停车场。',
      '（1）列举；',
      '2 任务',
      '2.1 建设停车场。',
      '3 附则',
      '3.1 施行。',
    )
    expect(anchors(source)).toEqual(['sec-1', 'sec-1.1', 'sec-1.2', 'sec-1.2.1', 'sec-1.2.3', 'sec-2', 'sec-2.1', 'sec-3', 'sec-3.1'])
  })

  it('does not take a list below 1.1 for the chapters 1, 2, 3', () => {
    expect(
      anchors(lines('1. 总则', '1.1 目的', '1. 便民', '2. 公开', '1.2 范围', '本县。', '2. 任务', '2.1 建设。', '2.2 管理。')),
    ).toEqual(['sec-1', 'sec-1.1', 'sec-1.2', 'sec-2', 'sec-2.1', 'sec-2.2'])
  })

  it('reads full-width digits and points', () => {
    expect(anchors(lines('１ 总则', '１．１ 目的', '方便。', '１．２ 范围', '本县。'))).toEqual(['sec-1', 'sec-1.1', 'sec-1.2'])
  })

  it('reads a list of 1. 2. 3. as items', () => {
    expect(anchors(lines('停车须知', '1. 停车人应当缴费。', '2. 停车人应当让行。', '3. 不得乱停。'))).toEqual([
      'preamble',
      'item-1',
      'item-2',
      'item-3',
    ])
  })

  it('reads Markdown headings with and without numbers', () => {
    const source = lines(
      '# Parking policy',
      '',
      '## Introduction',
      '',
      'Parking is hard.',
      '',
      '## 1. Goals',
      '',
      'The goals are:',
      '',
      '1. Space',
      '2. Time',
      '',
      '### Footnotes',
      '',
      '[^1]: A note.',
      '',
      '## 2. Means',
      '',
      '### 2.1 Fees',
      '',
      'A fee.',
      '',
      '### 2.2 Space',
      '',
      'Space.',
      '',
      '## Appendix A: Terms',
      '',
      '### Car',
      '',
      'A car.',
    )
    const units = split(source)
    expect(units.map((u) => u.anchor)).toEqual([
      'preamble',
      'h-introduction',
      'sec-1',
      'sec-1-footnotes',
      'sec-2',
      'sec-2.1',
      'sec-2.2',
      'app-a',
    ])
    expect(units.filter((u) => u.kind === 'article').map((u) => u.anchor)).toEqual(['h-introduction', 'sec-1', 'sec-2.1', 'sec-2.2'])
  })

  it('gives Chinese headings without numbers an anchor that does not depend on their place', () => {
    const one = anchors(lines('# 方案', '## 目标', '方便。', '## 任务', '建设。'))
    const two = anchors(lines('# 方案', '## 背景', '拥堵。', '## 目标', '方便。', '## 任务', '建设。'))
    expect(two).toEqual(expect.arrayContaining(one))
  })

  it('makes paragraphs and tables of a text without numbering', () => {
    const source = lines(
      '停车的事',
      '',
      '停车很难。',
      '大家都知道。',
      '',
      '| 车 | 元 |',
      '| --- | --- |',
      '| 小 | 1 |',
      '',
      'This paragraph was wrapped at',
      'some column.',
    )
    expect(split(source).map((u) => [u.anchor, u.kind, u.commentable])).toEqual([
      ['p-1', 'paragraph', true],
      ['p-2', 'paragraph', true],
      ['p-3', 'paragraph', true],
      ['table-1', 'table', true],
      ['p-4', 'paragraph', true],
    ])
    expect(countArticles(split(source))).toBe(0)
  })
})

describe('edges', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['only blank lines', '\n\n \n', ['preamble']],
    ['one line', '停车很难。', ['p-1']],
    ['one article', '第三条 停车人应当缴费。', ['art-3']],
    ['blank lines on top', '\n\n第一条 甲。\n第二条 乙。', ['art-1', 'art-2']],
    ['only a label', '第一条', ['art-1']],
    ['only a contents heading', '目录', ['p-1']],
    ['only an appendix heading', '附件', ['p-1']],
  ])('%s', (_name, source, expected) => expect(anchors(source)).toEqual(expected))

  it('does not rename the other articles when one is inserted', () => {
    const before = anchors(three('第一条', '第二条', '第三条'))
    expect(anchors(three('第一条', '第二条', '第三条').replace('第三条', '第二条之一 新的。\n第三条'))).toEqual([
      ...before.slice(0, 2),
      'art-2-1',
      'art-3',
    ])
  })
})

describe('normaliseSource', () => {
  it('changes line ends and the byte-order mark and nothing else', () => {
    expect(normaliseSource('\ufeffa\r\nb\rc\n\u200b　\ufeffe\u0301')).toBe('a\nb\nc\n\u200b　\ufeffe\u0301')
  })
})
