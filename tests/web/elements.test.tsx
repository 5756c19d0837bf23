import * as react from 'react/jsx-runtime'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Fragment, jsx, jsxs } from '~/web/elements'

const made = (with_: Pick<typeof react, 'jsx' | 'jsxs'>) => {
  const Name = ({ of, children }: { of: string; children?: unknown }) => with_.jsxs('b', { title: of, children: [of, children as string] })
  return with_.jsx('p', {
    className: 'a',
    children: with_.jsxs(react.Fragment, {
      children: [with_.jsx(Name, { of: '甲', children: 'x' }, 1), with_.jsx('i', { ref: () => {}, children: '<乙>' }, 'k')],
    }),
  })
}

describe('elements of the server’s build', () => {
  it('render as those of React do', () => {
    const ours = made({ jsx, jsxs } as never)
    expect(renderToStaticMarkup(ours)).toBe(renderToStaticMarkup(made(react)))
    expect(Fragment).toBe(react.Fragment)
  })

  it('have the fields of React’s own, which a later React may change', () => {
    const ours = jsx('a', { href: '/' } as object, 7)
    const theirs = react.jsx('a', { href: '/' }, 7) as unknown as Record<string, unknown>
    for (const field of ['$$typeof', 'type', 'key', 'ref', 'props'] as const) expect(ours[field]).toEqual(theirs[field])
  })
})
