import { articleOpenings, trueArticles } from './articles'
import type { Line } from './lines'
import type { Mark } from './marks'
import type { Opening } from './opening'
import { outlineOpenings } from './outline'

export type Scheme = { openings: Opening[]; madeOfArticles: boolean }

const AMENDS = /修改为|修改為|改为|改為|增加[一二三两兩四五六七八九十\d]+[条條款項项章节節]|删去|删除|刪除|刪去|作为第|作為第|修正为/

export function chooseScheme(allMarks: Mark[], lines: Line[]): Scheme {
  const marks = sectionsAsArticles(withoutTitle(allMarks))
  const articles = trueArticles(marks, lines)
  const madeOfArticles = isMadeOfArticles(marks, articles)
  const openings = madeOfArticles ? articleOpenings(marks, articles, lines) : outlineOpenings(marks, lines)
  return { openings, madeOfArticles }
}

/** “Section 2” is the article of a text that has no other articles. */
function sectionsAsArticles(marks: Mark[]): Mark[] {
  const isSection = (m: Mark) => m.family === 'section' && /^(?:section|sec\.)/i.test(m.label)
  if (!marks.some(isSection) || marks.some((m) => m.family === 'article' && m.strength === 2)) return marks
  return marks.map((m) => (isSection(m) ? { ...m, family: 'article' } : m))
}

function isMadeOfArticles(marks: Mark[], articles: Mark[]): boolean {
  if (articles.length === 0) return false
  const items = marks.filter((m) => m.family === 'cn')
  const others = items.length + marks.filter((m) => m.family === 'decimal' || (m.hashes > 0 && m.family !== 'article')).length
  const consecutive = articles.filter((m, i) => i > 0 && parseInt(m.number) === parseInt(articles[i - 1]!.number) + 1).length
  const amending = items.filter((m) => AMENDS.test(m.rest)).length
  if (amending > 0 && amending * 2 >= items.length && consecutive < 3) return false
  if (articles.length === 1) return others < 2
  return consecutive > 0 || articles.length > items.length
}

/** The title of the whole draft is not a heading inside it. */
function withoutTitle(marks: Mark[]): Mark[] {
  const [first, ...others] = marks
  const isTitle = first?.family === 'none' && !others.some((m) => m.hashes > 0 && m.hashes <= first.hashes)
  return isTitle ? others : marks
}
