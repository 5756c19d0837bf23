import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { correctionForm, draftForm, filesForm, newForm, noticeForm, returnForm } from '~/consultations/forms'

const form = (fields: Record<string, string | File>) =>
  Object.entries(fields).reduce((data, [name, value]) => (data.append(name, value), data), new FormData())
const errorsOf = (schema: z.ZodType, fields: Record<string, string | File>) => {
  const read = parseWithZod(form(fields), { schema })
  return read.status === 'success'
    ? {}
    : Object.fromEntries(Object.entries(read.error ?? {}).map(([name, messages]) => [name, messages?.[0]]))
}
const valueOf = (schema: z.ZodType, fields: Record<string, string | File>) => {
  const read = parseWithZod(form(fields), { schema })
  return read.status === 'success' ? read.value : null
}

const empty = {
  title: '公告',
  lang: 'zh-CN',
  summary: '',
  explanatoryNote: '',
  legalBasis: '',
  opensAt: '',
  closesOn: '',
  closesHour: '',
  shortPeriodReason: '',
  access: 'contact',
  nameMode: 'masked',
  contactPerson: '',
  contactPhone: '',
  contactEmail: '',
  contactAddress: '',
}
const notice = noticeForm('Asia/Shanghai')

describe('the notice', () => {
  it('can be saved half written: only the title is asked for', () => {
    expect(errorsOf(notice, empty)).toEqual({})
    expect(errorsOf(notice, { ...empty, title: ' ' })).toEqual({ title: 'consultations:error.title' })
    expect(valueOf(notice, empty)).toMatchObject({ summary: '', opensAt: null, closesAt: null })
  })

  it('reads times in the county’s zone; a close without an hour is the end of the day', () => {
    expect(valueOf(notice, { ...empty, opensAt: '2026-11-25T09:00', closesOn: '2026-12-25' })).toMatchObject({
      opensAt: new Date('2026-11-25T01:00:00Z'),
      closesAt: new Date('2026-12-25T15:59:59.999Z'),
    })
    expect(valueOf(notice, { ...empty, closesOn: '2026-12-25', closesHour: '17:30' })).toMatchObject({
      closesAt: new Date('2026-12-25T09:30:00Z'),
    })
  })

  it.each([
    [{ opensAt: 'tomorrow' }, { opensAt: 'consultations:error.instant' }],
    [{ closesOn: '2026-13-45' }, { closesOn: 'consultations:error.day' }],
    [{ closesHour: '17:30' }, { closesOn: 'consultations:error.day-for-hour' }],
    [{ opensAt: '2026-12-26T09:00', closesOn: '2026-12-25' }, { closesOn: 'consultations:error.order' }],
    [{ contactPhone: 'call me' }, { contactPhone: 'consultations:error.phone' }],
    [{ contactEmail: 'nobody' }, { contactEmail: 'consultations:error.email' }],
    [{ access: 'everybody' }, { access: 'consultations:error.choose' }],
    [{ summary: '一'.repeat(401) }, { summary: 'consultations:error.summary-long' }],
    [{ legalBasis: 'a\u0000b' }, { legalBasis: 'web:error.control-characters' }],
    [{ title: '一'.repeat(121) }, { title: 'consultations:error.title-long' }],
  ])('%j is refused at its field', (fields, errors) => expect(errorsOf(notice, { ...empty, ...fields })).toEqual(errors))
})

describe('the draft', () => {
  const file = new File(['第一条'], '草案.txt')
  it('is pasted or uploaded, one of the two', () => {
    expect(errorsOf(draftForm, { text: '', file: new File([], '') })).toEqual({ text: 'consultations:error.no-draft' })
    expect(errorsOf(draftForm, { text: '第一条', file })).toEqual({ text: 'consultations:error.two-drafts' })
    expect(valueOf(draftForm, { text: '', file })).toMatchObject({ text: '' })
    expect(valueOf(draftForm, { text: ' 第一条\r\n', file: new File([], '') })).toMatchObject({ text: ' 第一条\r\n' })
  })

  it('corrections name what they do', () => {
    expect(valueOf(correctionForm, { do: 'merge', anchor: 'art-2' })).toEqual({ do: 'merge', anchor: 'art-2' })
    expect(valueOf(correctionForm, { do: 'split', anchor: 'art-2', offset: '12' })).toEqual({ do: 'split', anchor: 'art-2', offset: 12 })
    expect(valueOf(correctionForm, { do: 'relabel', anchor: 'art-2', kind: 'heading', label: '', title: '' })).toEqual({
      do: 'relabel',
      anchor: 'art-2',
      kind: 'heading',
      label: '',
      title: '',
    })
    expect(valueOf(correctionForm, { do: 'delete', anchor: 'art-2' })).toBeNull()
    expect(valueOf(correctionForm, { do: 'split', anchor: 'art-2', offset: '-1' })).toBeNull()
  })
})

it('attachments, a new title and a return ask for what they need', () => {
  expect(errorsOf(filesForm, { files: new File([], '') })).toEqual({ files: 'consultations:error.no-file' })
  expect(errorsOf(newForm, { title: '' })).toEqual({ title: 'consultations:error.title' })
  expect(errorsOf(returnForm, { why: ' ' })).toEqual({ why: 'consultations:error.why' })
})
