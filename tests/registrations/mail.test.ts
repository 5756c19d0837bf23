import { afterEach, expect, test } from 'vitest'
import { deliverDue } from '~/messages/delivery.server'
import { registerParty } from '~/registrations/register-writes.server'
import { useDatabase } from '../support/database'
import { aCounty } from '../support/people'
import { mailSink } from '../messages/sink'
import { anOpenDay, aParty } from './given'

useDatabase()

afterEach(() => {
  delete process.env.SMTP_URL
  delete process.env.PUBLIC_URL
})

test.each([
  ['zh-CN', '报名成功：走进自来水厂', '人数：3人'],
  ['en', 'You are registered: 走进自来水厂', 'People: 3'],
] as const)('a confirmation in %s says when, where and how many, and brings the calendar file', async (lang, subject, people) => {
  await aCounty()
  const { pool, slot } = await anOpenDay()
  const sink = await mailSink()
  Object.assign(process.env, { SMTP_URL: sink.url, PUBLIC_URL: 'https://kaimen.example.cn' })
  const answer = await registerParty(aParty(pool, { size: 3, lang, contact: { kind: 'email', address: 'li.si@example.cn' } }))
  await deliverDue()
  await sink.stop()
  const [got] = sink.got
  expect(got!.subject).toBe(subject)
  expect(got!.text).toContain(people)
  expect(got!.text).toContain(answer.ok && `https://kaimen.example.cn/registrations/${answer.code}`)
  const [file] = got!.attachments.filter(({ mimeType }) => mimeType === 'text/calendar')
  const calendar = typeof file!.content === 'string' ? file!.content : new TextDecoder().decode(file!.content)
  const start = slot.arriveAt.toISOString().replace(/[-:]|\.\d+/g, '')
  expect(calendar).toContain(`DTSTART:${start}`)
  expect(calendar).toContain('LOCATION:自来水厂')
})
