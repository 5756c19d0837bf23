import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { countArticles, normaliseSource, splitDraft } from '../../app/drafts/split'

const folder = fileURLToPath(new URL('../../../shared/data/drafts/', import.meta.url))
const has = existsSync(folder)

// Counted without the splitter. “lines 第X条”: grep -cP '^第[〇零一二三四五六七八九十百千]+条'.
const COUNTS: [file: string, articles: number, counted: string][] = [
  ['el-data-governance-bill-2025.md', 25, "headings with “Άρθρο N”: grep -cP '^## .*Άρθρο \\d+'"],
  ['tw-closelyheld-draft-2015.md', 15, "headings: grep -cP '^## 第.+條' (1 to 16, there is no 5)"],
  ['en-us-source-code-policy/draft-2016-03.md', 8, '17 headings less 7 Footnotes, 1 appendix and 1 with headings below it (5)'],
  ['en-us-source-code-policy/final-2016-08.md', 16, '28 headings less 8 Footnotes, 1 appendix and 3 with headings below them (4, 5, 7)'],
  ['zh-amendment/刑法修正案（十一）-2020.md', 48, "instructions: grep -cP '^[一二三四五六七八九十]+、'"],
  ['zh-local/东营市养犬管理条例-2017.md', 42, 'lines 第X条'],
  ['zh-local/山东省人大常委会制定地方性法规听证规定-2019.md', 33, 'lines 第X条'],
  ['zh-local/山东省村务公开条例-2018.md', 25, 'lines 第X条'],
  ['zh-local/济南市12345市民服务热线条例-2018.md', 44, 'lines 第X条'],
  ['zh-local/济南市既有多层住宅增设电梯规定-2019.md', 22, 'lines 第X条'],
  ['zh-local/济南市绿化条例-2021.md', 58, 'lines 第X条'],
  ['zh-local/滨州市停车场管理条例-2021.md', 26, 'lines 第X条'],
  ['zh-national/个人所得税专项附加扣除暂行办法-国发2018-41.md', 32, 'lines 第X条'],
  ['zh-national/国务院工作规则-国发2004-18.md', 54, "items: grep -cP '^[一二三四五六七八九十]+、'"],
  [
    'zh-national/国家粮食应急预案-国办函2005-57.md',
    38,
    '53 numbers after the contents less the 15 that have numbers below them (a short script)',
  ],
  [
    'zh-national/政务新媒体健康有序发展意见-国办发2018-123.md',
    17,
    '13 lines （一） and 4 lines 1., and 二、 which has none, less 一（三） above the 1.',
  ],
  [
    'zh-national/政府网站集约化试点工作方案-国办函2018-71.md',
    18,
    '14 lines （一） and 4 lines 1., and 二、 which has none, less 一（二） above the 1.',
  ],
  ['zh-national/第二批支持创新改革举措及附表-国办发2018-126.md', 7, '5 lines （一） under 一、, and 二、 and 三、'],
  ['zh-national/行政规范性文件合法性审核指导意见-国办发2018-115.md', 12, 'lines （一） to （十二）'],
  ['zh-national/重大行政决策程序暂行条例-2019.md', 44, 'lines 第X条'],
  ['zh-pairs/上海市住宅物业管理规定-2010.md', 95, 'lines 第X条'],
  ['zh-pairs/上海市住宅物业管理规定-2020.md', 95, 'lines 第X条'],
  ['zh-pairs/北京市机动车停车条例-2021.md', 43, 'lines 第X条'],
  ['zh-pairs/北京市机动车停车条例-2024.md', 43, 'lines 第X条'],
  ['zh-pairs/立法法-2015.md', 105, 'lines 第X条'],
  ['zh-pairs/立法法-2023.md', 120, 'lines 第X条'],
]

it.runIf(process.env.CI)('has the shared drafts at hand where everything is checked', () => expect(has).toBe(true))

describe.skipIf(!has)(has ? 'shared drafts' : 'shared drafts (skipped: no ../shared/data here)', () => {
  it('has a count for every file', () => {
    const files = has
      ? readdirSync(folder, { recursive: true })
          .map(String)
          .filter((name) => name.endsWith('.md') && name !== 'README.md')
      : []
    expect(files.sort()).toEqual(COUNTS.map(([file]) => file).sort())
  })

  it.each(COUNTS)('%s has %i articles (%s) and loses nothing', (file, articles) => {
    const text = normaliseSource(readFileSync(folder + file, 'utf8'))
    const units = splitDraft(text)
    expect(units.map((unit) => unit.text).join('') === text).toBe(true)
    expect(new Set(units.map((unit) => unit.anchor)).size).toBe(units.length)
    for (const unit of units) expect(unit.anchor).toMatch(/^[a-z0-9.-]+$/)
    expect(countArticles(units)).toBe(articles)
  })
})
