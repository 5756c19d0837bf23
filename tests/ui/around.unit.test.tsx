import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Around, PIECE } from '~/ui/around'

const said = (sentence: string) =>
  renderToStaticMarkup(
    <Around sentence={sentence}>
      <bdi lang="zh-CN">第八条</bdi>
    </Around>,
  )

test('a piece in another language stands in its sentence with its own language', () => {
  expect(said(`Comment on ${PIECE}, please`)).toBe('Comment on <bdi lang="zh-CN">第八条</bdi>, please')
  expect(said(`${PIECE}提意见`)).toBe('<bdi lang="zh-CN">第八条</bdi>提意见')
})
