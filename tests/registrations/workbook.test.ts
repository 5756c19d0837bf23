import { unzipSync, strFromU8 } from 'fflate'
import { xml2js } from 'xml-js'
import { describe, expect, test } from 'vitest'
import { db } from '#db/connection.server'
import { openDayQuestions } from '#db/schema/open-days'
import { record } from '#db/schema/record'
import * as fullXlsx from '~/registrations/desk/full-xlsx'
import * as xlsx from '~/registrations/desk/xlsx'
import { registerParty } from '~/registrations/register-writes.server'
import { setClock, useDatabase } from '../support/database'
import { asSeenBy, atTheKeyboard, posted } from '../support/people'
import { anOpenDay, aParty } from './given'

useDatabase()

const PHONE = { kind: 'phone' as const, address: '13900000001' }

async function aDayAsked() {
  const made = await anOpenDay()
  const [question] = await db
    .insert(openDayQuestions)
    .values({ openDayId: made.day.id, position: 1, label: '=cmd()', kind: 'line' })
    .returning()
  return { ...made, question: question!.id }
}

/** The cells of the one sheet, read from the zip itself; fails on a cell that is not a text. */
async function cellsOf(answer: Promise<Response>): Promise<string[][]> {
  const response = await answer
  expect(response.headers.get('Content-Type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="registrations-\d+\.xlsx"$/)
  expect(response.headers.get('Cache-Control')).toBe('private, no-store')
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const partOf = (name: string) => xml2js(strFromU8(files[name]!), { compact: false, captureSpacesBetweenElements: true }) as Node
  const shared = all(partOf('xl/sharedStrings.xml'), 'si').map(textOf)
  return all(partOf('xl/worksheets/sheet1.xml'), 'row').map((row) =>
    all(row, 'c').reduce<string[]>((cells, cell) => {
      expect(all(cell, 'f')).toEqual([])
      expect(cell.attributes?.t).toBe('s')
      cells[columnOf(cell.attributes!.r!)] = shared[Number(textOf(all(cell, 'v')[0]!))]!
      return cells
    }, []),
  )
}

/** Empty cells are left out: AB7 stands in the 28th column. */
const columnOf = (at: string) => [...at.replace(/\d+/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

type Node = { name?: string; text?: string; attributes?: Record<string, string>; elements?: Node[] }
const all = (node: Node, name: string): Node[] => (node.elements ?? []).flatMap((each) => (each.name === name ? [each] : all(each, name)))
const textOf = (node: Node): string => node.text ?? (node.elements ?? []).map(textOf).join('')

describe('the list as a workbook', () => {
  test('masked, has every registration under its headings and no name, contact or answer', async () => {
    const { day, pool, staff, question } = await aDayAsked()
    await registerParty(aParty(pool, { size: 2, name: '欧阳小明', contact: PHONE, answers: { [question]: '看水表' } }))
    await registerParty(aParty(pool))
    const given = { request: new Request('http://localhost/desk'), params: { id: String(day.id) }, context: asSeenBy(staff) }
    const [headings, ...rows] = await cellsOf(xlsx.loader(given))
    expect(headings).toContain('联系方式')
    expect(rows.map(([number]) => number)).toEqual(['1', '2'])
    expect(rows[0]![headings!.indexOf('人数')]).toBe('2')
    expect(rows.flat().join()).not.toMatch(/欧阳小明|13900000001|看水表/)
    expect((await db.select().from(record)).map(({ act }) => act)).not.toContain('registrations-exported')
  })

  test('in full, keeps a phone as it is, makes every formula plain text and leaves a line', async () => {
    const { day, pool, staff, question } = await aDayAsked()
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠SUM(A1)', '<b>&"甲"</b>']
    for (const name of hostile) await registerParty(aParty(pool, { name, answers: { [question]: '\t=1' } }))
    await registerParty(aParty(pool, { name: '王小明', contact: PHONE, answers: { [question]: '0012' } }))
    const given = async () => ({
      request: posted('/desk', {}),
      params: { id: String(day.id) },
      context: asSeenBy(await atTheKeyboard(staff)),
    })
    const [headings, ...rows] = await cellsOf(fullXlsx.action(await given()))
    const column = (heading: string) => rows.map((row) => row[headings!.indexOf(heading)])
    expect(column('姓名')).toEqual([...hostile.slice(0, 8).map((name) => `'${name}`), '<b>&"甲"</b>', '王小明'])
    expect(column('联系方式').at(-1)).toBe('13900000001')
    expect(column("'=cmd()")).toEqual([...hostile.map(() => "'\t=1"), '0012'])
    expect((await db.select().from(record)).filter(({ act }) => act === 'registrations-exported')).toMatchObject([{ facts: { lines: 10 } }])
    await setClock('1 hour')
    const stale = { ...(await given()), context: asSeenBy(staff) }
    expect(await fullXlsx.action(stale).catch((thrown: unknown) => thrown)).toMatchObject({ status: 303 })
  })
})
