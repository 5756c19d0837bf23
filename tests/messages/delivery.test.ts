import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, describe, expect, inject, it } from 'vitest'
import { db, transaction } from '#db/connection.server'
import { outbox } from '#db/schema/messages'
import { prepareJobs } from '~/jobs/prepare.server'
import { startJobs, stopJobs, wakeJob } from '~/jobs/worker.server'
import { deliverDue } from '~/messages/delivery.server'
import { signature } from '~/messages/sms.server'
import { wakeWith } from '~/messages/wake'
import { queueMessage } from '~/messages/writes.server'
import { ownerSql, setClock, useDatabase } from '../support/database'
import { aCounty } from '../support/people'
import { inDatabase } from '../support/template'
import { mailSink, smsSink } from './sink'

useDatabase()

const open: { stop(): Promise<void> }[] = []
const kept = <T extends { stop(): Promise<void> }>(sink: T) => (open.push(sink), sink)

afterEach(async () => {
  delete process.env.SMTP_URL
  delete process.env.SMS_URL
  delete process.env.PUBLIC_URL
  for (const sink of open.splice(0)) await sink.stop()
})

const RESIDENT = 'li.si@example.cn'
const rows = () => db.select().from(outbox).orderBy(outbox.id)
const aReceipt = (code = 'AAAA-BBBB-CCCC-DDDD', address = RESIDENT, lang: 'zh-CN' | 'en' = 'zh-CN') =>
  transaction((tx) =>
    queueMessage(tx, { to: { kind: 'email', address }, template: 'receipt', lang, params: { title: '养犬规定<b>', code } }),
  )

async function mail(port?: number) {
  const sink = kept(await mailSink(port))
  process.env.SMTP_URL = sink.url
  return sink
}

describe('mail', () => {
  it('is delivered once, in words, with the link, and then forgotten', async () => {
    const sink = await mail()
    process.env.PUBLIC_URL = 'https://kaimen.example.cn'
    await aCounty()
    await aReceipt()
    const [waiting] = await rows()
    expect(waiting!.recipient!.toString('latin1')).not.toContain('example')
    await deliverDue()
    await deliverDue()
    expect(sink.got).toHaveLength(1)
    const [got] = sink.got
    expect(got!.to).toMatchObject([{ address: RESIDENT }])
    expect(got!.subject).toBe('已收到您的意见：养犬规定<b>')
    expect(got!.text).toContain('https://kaimen.example.cn/receipts/AAAA-BBBB-CCCC-DDDD')
    expect(got!.html).toContain('养犬规定&#60;b&#62;')
    expect(got!.html).not.toMatch(/<img|<script|style=/)
    expect(await rows()).toMatchObject([{ recipient: null, params: null, lastError: null }])
    expect((await rows())[0]!.deliveredAt).not.toBeNull()
  })

  it('is written in the language of its reader', async () => {
    const sink = await mail()
    await aCounty()
    await aReceipt('AAAA-BBBB-CCCC-DDDD', RESIDENT, 'en')
    await deliverDue()
    expect(sink.got[0]!.subject).toMatch(/^We have your comment/)
    expect(sink.got[0]!.from).toMatchObject({ name: 'Test County' })
  })

  it('nothing is lost while the mail server is down, and one failure does not use up the others', async () => {
    const { port, stop } = await mail()
    await stop()
    open.splice(0)
    for (let count = 0; count < 5; count++) await aReceipt(`AAAA-BBBB-CCCC-000${count}`)
    await deliverDue()
    expect((await rows()).map((row) => [row.attempts, row.lastError])).toEqual([
      [1, 'ESOCKET'],
      [0, null],
      [0, null],
      [0, null],
      [0, null],
    ])
    await setClock('1 day')
    await deliverDue()
    const sink = await mail(port)
    await setClock('2 days')
    await deliverDue()
    expect(sink.got.map((one) => /000\d/.exec(one.text!)![0]).sort()).toEqual(['0000', '0001', '0002', '0003', '0004'])
    expect((await rows()).every((row) => row.deliveredAt && !row.recipient)).toBe(true)
  })

  it('a refused address is given up after three refusals, with the reason and without the address in it', async () => {
    const sink = await mail()
    sink.state.answer = 'refuse'
    await aReceipt()
    for (const ahead of ['0 hours', '3 hours', '6 hours', '9 hours']) {
      await setClock(ahead)
      await deliverDue()
    }
    const [row] = await rows()
    expect(row).toMatchObject({ attempts: 3, lastError: 'SMTP 550', deliveredAt: null })
    expect(row!.gaveUpAt).not.toBeNull()
  })

  it('two workers at once send each message once', async () => {
    const sink = await mail()
    for (let count = 0; count < 12; count++) await aReceipt(`AAAA-BBBB-CCCC-00${10 + count}`)
    await Promise.all([deliverDue(), deliverDue(), deliverDue()])
    expect(new Set(sink.got.map((one) => one.messageId)).size).toBe(12)
    expect(sink.got).toHaveLength(12)
  })

  it('a message whose cause was undone is never sent', async () => {
    const sink = await mail()
    const undone = transaction(async (tx) => {
      await queueMessage(tx, {
        to: { kind: 'email', address: RESIDENT },
        template: 'receipt',
        lang: 'zh-CN',
        params: { title: '甲', code: 'X' },
      })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await deliverDue()
    expect(sink.got).toEqual([])
  })
})

describe('a worker killed while sending', () => {
  it('leaves its message to the next one, after two minutes and not before, with the same Message-ID', async () => {
    const sink = await mail()
    sink.state.answer = 'hang'
    await aReceipt()
    const arrived = new Promise<void>((done) => (sink.state.arrived = done))
    const child = spawn(process.execPath, ['--import', 'tsx', '--import', './db/patched.ts', 'tests/messages/deliver-once.ts'], {
      env: { ...process.env, NODE_OPTIONS: '' },
      stdio: 'ignore',
    })
    await arrived
    child.kill('SIGKILL')
    await once(child, 'exit')
    sink.state.answer = 'take'
    await deliverDue()
    expect(sink.got).toHaveLength(1)
    expect((await rows())[0]).toMatchObject({ attempts: 1, deliveredAt: null })
    await setClock('121 seconds')
    await deliverDue()
    expect((await rows())[0]!.deliveredAt).not.toBeNull()
    expect(sink.got[1]!.messageId).toBe(sink.got[0]!.messageId)
  })
})

describe('text messages', () => {
  it('are one signed call each, and the gateway can check who called', async () => {
    const gateway = kept(await smsSink())
    process.env.SMS_URL = gateway.url
    await transaction((tx) =>
      queueMessage(tx, {
        to: { kind: 'phone', address: '13900139000' },
        template: 'moderated',
        lang: 'zh-CN',
        params: { title: '甲', code: 'AAAA-BBBB-CCCC-DDDD' },
      }),
    )
    await deliverDue()
    const [call] = gateway.got
    expect(JSON.parse(call!.body)).toMatchObject({ to: '13900139000', template: 'moderated', lang: 'zh-CN' })
    const stamp = String(call!.headers['kaimen-timestamp'])
    expect(call!.headers['kaimen-signature']).toBe(`sha256=${signature('the-key-of-the-gateway', stamp, call!.body)}`)
    expect(call!.headers['kaimen-signature']).not.toBe(`sha256=${signature('another key', stamp, call!.body)}`)
    expect(call!.headers.authorization).toBeUndefined()
    expect((await rows())[0]).toMatchObject({ way: 'sms', recipient: null })
  })

  it('a busy gateway is asked again, a refusing one is not asked for ever', async () => {
    const gateway = kept(await smsSink())
    process.env.SMS_URL = gateway.url
    await transaction((tx) =>
      queueMessage(tx, {
        to: { kind: 'phone', address: '13900139000' },
        template: 'reported',
        lang: 'zh-CN',
        params: { title: '甲', code: 'X' },
      }),
    )
    gateway.state.status = 503
    await deliverDue()
    expect((await rows())[0]).toMatchObject({ attempts: 1, lastError: 'HTTP 503', gaveUpAt: null })
    gateway.state.status = 400
    for (const ahead of ['3 hours', '6 hours']) {
      await setClock(ahead)
      await deliverDue()
    }
    expect((await rows())[0]!.gaveUpAt).not.toBeNull()
  })
})

describe('the queue', () => {
  it('runs as the app’s own role, is woken by a committed message and delivers it', async () => {
    const server = inject('testServer')
    const name = new URL(process.env.DATABASE_URL!).pathname.slice(1)
    await prepareJobs(inDatabase(server.ownerUrl, name))
    await prepareJobs(inDatabase(server.ownerUrl, name))
    const sink = await mail()
    const arrived = new Promise<void>((done) => (sink.state.arrived = done))
    await startJobs({ connectionString: process.env.DATABASE_URL!, tasks: { messages: { run: deliverDue } } })
    wakeWith(() => wakeJob('messages'))
    try {
      await aReceipt()
      await arrived
    } finally {
      await stopJobs()
      wakeWith(() => {})
    }
    expect((await rows())[0]!.deliveredAt).not.toBeNull()
  })

  it('keeps of a failed task nothing of what its statement held', async () => {
    const server = inject('testServer')
    const name = new URL(process.env.DATABASE_URL!).pathname.slice(1)
    await prepareJobs(inDatabase(server.ownerUrl, name))
    const run = () => Promise.reject(new Error('Failed query: select $1\nparams: 王小明'))
    await startJobs({ connectionString: process.env.DATABASE_URL!, tasks: { broken: { run } } })
    wakeJob('broken')
    const failed = async () => {
      const [job] = await ownerSql<{ lastError: string }[]>`
        select last_error as "lastError" from graphile_worker._private_jobs where key = 'broken' and last_error is not null`
      return job?.lastError
    }
    try {
      await expect.poll(failed).toBeTruthy()
    } finally {
      await stopJobs()
    }
    expect(await failed()).not.toContain('王小明')
  })
})
