import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { percent } from '~/ui/bar-chart'
import { ErrorSummary } from '~/ui/error-summary'
import { Field } from '~/ui/field'
import { Pagination } from '~/ui/pagination'
import { SiteFooter } from '~/ui/site-footer'
import { pages, tower, unbroken } from './gallery'

const markup = Object.entries(pages).map(([name, Page]) => [name, renderToStaticMarkup(<Page />)] as const)
const every = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map((match) => match[1] ?? '')
const stylesheet = (name: string) => readFileSync(new URL(`../../app/ui/styles/${name}.css`, import.meta.url), 'utf8')

describe.each(markup)('the %s page of the gallery', (_name, html) => {
  it('carries nothing the content security policy would block', () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/\son[a-z]+=/)
    expect(html).not.toMatch(/<script|javascript:/)
  })

  it('ties every control to a label', () => {
    const labels = new Set(every(html, /<label[^>]* for="([^"]+)"/g))
    const controls = every(html, /(<(?:input|select|textarea)\b[^>]*>)/g).filter((tag) => !tag.includes('type="hidden"'))
    for (const control of controls) expect(labels, control).toContain(every(control, / id="([^"]+)"/g)[0])
  })

  it('names no id twice and points only at ids that exist', () => {
    const ids = every(html, / id="([^"]+)"/g)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const named = [
      ...every(html, /aria-describedby="([^"]+)"/g),
      ...every(html, /aria-labelledby="([^"]+)"/g),
      ...every(html, / for="([^"]+)"/g),
    ]
    for (const id of named.flatMap((list) => list.split(' '))) expect(ids, id).toContain(id)
  })

  it('has one main, one h1 and no skipped heading level', () => {
    expect(every(html, /(<main\b)/g)).toHaveLength(1)
    const levels = every(html, /<h([1-6])\b/g).map(Number)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    const afterTitle = levels.slice(levels.indexOf(1))
    afterTitle.forEach((level, index) => expect(level - (afterTitle[index - 1] ?? level)).toBeLessThanOrEqual(1))
  })

  it('hides every picture from screen readers, since words stand beside it', () => {
    for (const svg of every(html, /(<svg[^>]*>)/g)) expect(svg).toContain('aria-hidden="true"')
  })
})

describe('forms', () => {
  const wrong = renderToStaticMarkup(
    <Field name="phone" label="手机号码" hint="11 位" error={['请填写手机号码', '只能是数字']} value="<b>" required />,
  )

  it('a wrong field says so, names its hint and its error, and keeps what was typed', () => {
    expect(wrong).toContain('aria-describedby="phone-hint phone-error"')
    expect(wrong).toContain('aria-invalid="true"')
    expect(wrong).toContain('value="&lt;b&gt;"')
    expect(wrong.indexOf('请填写手机号码')).toBeLessThan(wrong.indexOf('<input'))
  })

  it('a good field claims no error', () => {
    const good = renderToStaticMarkup(<Field name="phone" label="手机号码" error={[]} />)
    expect(good).not.toMatch(/aria-invalid|aria-describedby|field-error/)
  })

  it('the summary links to the fields, takes the focus, and is absent without errors', () => {
    const html = renderToStaticMarkup(<ErrorSummary title="有一处要改" errors={[{ id: 'phone', message: '请填写手机号码' }]} />)
    expect(html).toMatch(/id="error-summary" role="alert" tabindex="-1"/i)
    expect(html).toContain('autofocus')
    expect(html).toContain('<a href="#phone">请填写手机号码</a>')
    expect(renderToStaticMarkup(<ErrorSummary title="有一处要改" errors={[]} />)).toBe('')
  })

  it('every link of the summary lands on a control', () => {
    const html = renderToStaticMarkup(<pages.form />)
    const [summary = ''] = every(html, /(<div class="error-summary".*?<\/ul>)/g)
    const targets = every(summary, /href="#([^"]+)"/g)
    expect(targets.length).toBeGreaterThan(0)
    for (const id of targets) expect(html).toMatch(new RegExp(`<(input|textarea|select)[^>]* id="${id}"`))
  })

  it('one radio group is one question with one answer', () => {
    const html = renderToStaticMarkup(<pages.form />)
    expect(every(html, /<input[^>]*name="slot"[^>]*( checked="")/g)).toHaveLength(1)
    expect(html).toMatch(/<fieldset[^>]*id="stance-group" aria-describedby="stance-error"/)
  })
})

describe('frame and figures', () => {
  it('the footer leaves out what the county has not got', () => {
    const html = renderToStaticMarkup(
      <SiteFooter
        facts={[
          { label: '公安备案', value: '' },
          { label: '主办单位', value: '县政府办' },
        ]}
      />,
    )
    expect(html).not.toContain('公安备案')
    expect(html).toContain('县政府办')
  })

  it('one page of results needs no pagination', () => {
    expect(renderToStaticMarkup(<Pagination label="分页" />)).toBe('')
  })

  it('the stacked bar is exactly full and its numbers stand in the table', () => {
    const html = renderToStaticMarkup(<pages.report />)
    const pieces = every(html, /class="part is-[a-z]+" x="[^"]*" width="([\d.]+)%"/g).map(Number)
    expect(pieces.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0)
    expect(html).toContain('<td class="is-numeric">18</td>')
  })

  it.each([
    [1, 3, 33.33],
    [0, 0, 0],
    [-2, 5, 0],
    [5, 5, 100],
  ])('%d of %d is %d per cent', (value, total, result) => {
    expect(percent(value, total)).toBe(result)
  })

  it('what people wrote is isolated, escaped and finds its own direction', () => {
    const html = renderToStaticMarkup(<pages.consultation />)
    expect(html).toContain(`dir="auto">${unbroken}</blockquote>`)
    expect(html).toContain(`<bdi class="user-inline">${tower}</bdi>`)
    expect(html).toMatch(/<blockquote class="user-text" dir="auto" lang="ar">/)
  })
})

describe('styles', () => {
  const tokens = (css: string) =>
    new Map([...css.matchAll(/--([a-z-]+\d?):\s*(#[0-9a-f]{3,6})/g)].map((match) => [match[1], match[2]] as const))
  const standard = tokens(stylesheet('tokens'))
  const elder = new Map([...standard, ...tokens(stylesheet('elder'))])

  it.each([
    ['standard', standard, 4.5],
    ['elder', elder, 7],
  ] as const)('%s text keeps its contrast', (_display, colours, floor) => {
    const pairs = [
      ['ink', 'surface'],
      ['ink-soft', 'surface'],
      ['ink-soft', 'paper'],
      ['link', 'surface'],
      ['link', 'paper'],
      ['link', 'pine-wash'],
      ['link-hover', 'surface'],
      ['red', 'surface'],
      ['red', 'red-wash'],
      ['surface', 'pine'],
      ['surface', 'pine-deep'],
      ['surface', 'red'],
      ['ink', 'lamp'],
      ['lamp', 'pine-deep'],
      ['gold-ink', 'lamp-wash'],
      ['blue-ink', 'blue-wash'],
      ['red-deep', 'red-wash'],
      ['ink', 'grey-wash'],
    ] as const
    for (const [front, back] of pairs)
      expect(contrast(colours.get(front), colours.get(back)), `${front} on ${back}`).toBeGreaterThanOrEqual(floor)
    for (const edge of ['line-strong', 'pine', 'red'] as const)
      expect(contrast(colours.get(edge), colours.get('surface')), edge).toBeGreaterThanOrEqual(3)
  })

  it('numbers in the parts of a bar can be read', () => {
    for (const dark of ['adopted', 'already', 'out', 'not']) expect(contrast('#fff', standard.get(dark)), dark).toBeGreaterThanOrEqual(4.5)
    for (const light of ['partly', 'later', 'noted']) expect(contrast('#15262a', standard.get(light)), light).toBeGreaterThanOrEqual(4.5)
  })

  it('all of it fits in 14 kB on the wire', () => {
    const names = ['reset', 'tokens', 'base', 'layout', 'controls', 'content', 'figures', 'utilities', 'elder', 'print']
    expect(gzipSync(names.map(stylesheet).join('')).length).toBeLessThan(14_000)
  })

  it('the script stays small', () => {
    expect(readFileSync(new URL('../../public/enhance.js', import.meta.url)).length).toBeLessThan(6_144)
  })
})

function contrast(front = '', back = '') {
  const [light = 0, dark = 0] = [luminance(front), luminance(back)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string) {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1)
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
