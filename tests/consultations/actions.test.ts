import type { AppLoadContext } from '@remix-run/node'
import { expect, test } from 'vitest'
import type { Viewer } from '~/accounts/rules'
import { unnamedCounty } from '~/county/rules'
import * as articles from '~/consultations/desk/articles'
import * as draft from '~/consultations/desk/draft'
import * as list from '~/consultations/desk/list'
import * as notice from '~/consultations/desk/notice'
import * as overview from '~/consultations/desk/overview'
import * as publication from '~/consultations/desk/publication'
import { articlesOf } from '~/consultations/reads.server'
import { setClock, useDatabase } from '../support/database'
import { aViewer } from '../support/people'
import { anOffice, aPrepared, aSubmitted } from './given'

useDatabase()

const given = (viewer: Viewer | null, id: number | string, fields?: Record<string, string | File>) => {
  const body = fields && Object.entries(fields).reduce((data, [name, value]) => (data.append(name, value), data), new FormData())
  const context = {
    viewer,
    lang: 'zh-CN',
    display: 'standard',
    county: unnamedCounty,
    path: '/desk',
    origin: 'http://localhost',
    client: '',
    requestId: '',
  } as AppLoadContext
  return { request: new Request('http://localhost/desk', { method: body ? 'POST' : 'GET', body }), params: { id: String(id) }, context }
}
const statusOf = async (answer: Promise<unknown>) => {
  const found = await answer.catch((thrown: unknown) => thrown)
  return found instanceof Response ? found.status : 200
}

test('for staff of another department a consultation is not there', async () => {
  const id = await aPrepared(await anOffice())
  const { staff } = await anOffice()
  for (const page of [overview, articles, draft, notice]) expect(await statusOf(page.loader(given(staff, id)))).toBe(404)
  expect(await statusOf(draft.action(given(staff, id, { text: '第一条' })))).toBe(404)
  for (const odd of ['0', '-1', '1e9', '99999999999', 'x', '']) expect(await statusOf(overview.loader(given(staff, odd)))).toBe(404)
})

test('the desk is closed to residents, and strangers are sent to sign in', async () => {
  expect(await statusOf(list.loader(given(await aViewer('resident'), '')))).toBe(403)
  expect(await statusOf(list.loader(given(null, '')))).toBe(303)
})

test('who may not publish is refused at the page, and a race is told as a conflict', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  expect(await statusOf(publication.action(given(office.staff, id, {})))).toBe(403)
  expect(await statusOf(publication.action(given(office.publisher, id, {})))).toBe(303)
  expect(await statusOf(publication.action(given(office.publisher, id, {})))).toBe(409)
})

test('a stale sign-in is sent to give the password again, and from there back to the page', async () => {
  const office = await anOffice()
  const id = await aSubmitted(office)
  await setClock('11 minutes')
  for (const fields of [undefined, {}]) {
    const answer = await (fields ? publication.action : publication.loader)(given(office.publisher, id, fields)).catch(
      (thrown: unknown) => thrown,
    )
    expect((answer as Response).headers.get('Location')).toBe(`/sign-in/again?back=${encodeURIComponent('/desk')}`)
  }
})

test('pasted text arrives with the line ends of forms and is kept with those of the draft', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  expect(await statusOf(draft.action(given(office.staff, id, { text: '第一条　甲。\r\n第二条　乙。\r\n' })))).toBe(303)
  expect((await articlesOf(id)).map((article) => article.body)).toEqual(['第一条　甲。\n', '第二条　乙。\n'])
})

test('a file that cannot be read brings the form back with a sentence, never a fault', async () => {
  const office = await anOffice()
  const id = await aPrepared(office)
  for (const file of [
    new File(['not a zip'], 'a.docx'),
    new File([new Uint8Array([255, 255, 255])], 'a.txt'),
    new File(['<svg/>'], 'a.svg'),
  ]) {
    expect(await statusOf(draft.action(given(office.staff, id, { text: '', file })))).toBe(422)
  }
})
