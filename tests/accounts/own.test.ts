import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { db, transaction } from '#db/connection.server'
import { accounts, passwordResets, sessions } from '#db/schema/accounts'
import { comments } from '#db/schema/comments'
import { record } from '#db/schema/record'
import { closeOwn, correctOwn, removeAccount, sealNames } from '~/accounts/own-writes.server'
import { closeAccountFor, issueResetCode } from '~/accounts/people-writes.server'
import { ownDetails, personById } from '~/accounts/reads.server'
import { type Contact, readContact, type Viewer } from '~/accounts/rules'
import { startSession, viewerOf } from '~/accounts/session.server'
import { resetPassword, signIn } from '~/accounts/writes.server'
import { submitComment } from '~/comments/writes.server'
import { receiptByCode } from '~/comments/reads.server'
import { anOpenConsultation, aSubmission } from '../comments/given'
import { setClock, useDatabase, ownerSql } from '../support/database'
import { anAccount, aViewer, GOOD_PASSWORD } from '../support/people'

useDatabase()

const somewhere = () => ({ client: crypto.randomUUID(), cookie: null })
const phone = (address: string): Contact => ({ kind: 'phone', address })

/** A resident, signed in just now. */
async function aResident(contact?: string) {
  const account = await anAccount({ contact })
  const cookie = (await startSession(db, { id: account.id, role: 'resident' })).split(';')[0]!
  return { ...account, cookie, viewer: (await viewerOf(cookie))! }
}
const correct = (viewer: Viewer, values: { name?: string; phone?: Contact | null; email?: Contact | null }) =>
  correctOwn(viewer, { name: '王丽', phone: null, email: null, ...values })

describe('a resident’s name', () => {
  test('is sealed, and shown to its owner and at the counter', async () => {
    const { id, viewer } = await aResident()
    const [row] = await db.select().from(accounts).where(eq(accounts.id, id))
    expect(row!.name).toBe('')
    expect(viewer.name).toBe('王丽')
    expect(await personById(id)).toMatchObject({ name: '王丽' })
  })

  test('from before names were sealed is sealed at the next start', async () => {
    const { id } = await aResident()
    await ownerSql`alter table accounts drop constraint accounts_resident_sealed, drop constraint accounts_resident_nameless`
    await db.update(accounts).set({ name: '王丽', nameSealed: null }).where(eq(accounts.id, id))
    const staff = await aViewer('auditor', null, '韩梅')
    await sealNames()
    await ownerSql`alter table accounts add constraint accounts_resident_sealed check ((role = 'resident') = (name_sealed is not null)),
      add constraint accounts_resident_nameless check (role <> 'resident' or name = '')`
    expect(await personById(id)).toMatchObject({ name: '王丽' })
    expect(await personById(staff.id)).toMatchObject({ name: '韩梅' })
  })
})

describe('correcting one’s own details', () => {
  test('changes name and contacts; the new one signs in, the old one does not', async () => {
    const { viewer, contact, id } = await aResident('13811110001')
    const email = readContact('wang@example.cn')
    expect(await correct(viewer, { name: '王莉', phone: phone('13811110002'), email })).toEqual({ ok: true })
    expect(await ownDetails(id)).toEqual({ name: '王莉', phone: '13811110002', email: 'wang@example.cn' })
    expect(await signIn({ contact, password: GOOD_PASSWORD }, somewhere())).toMatchObject({ why: 'wrong' })
    expect(await signIn({ contact: email!, password: GOOD_PASSWORD }, somewhere())).toMatchObject({ ok: true })
  })

  test('to somebody else’s number is refused without saying why, and both accounts stay as they are', async () => {
    const other = await aResident('13811110003')
    const { viewer, id } = await aResident('13811110004')
    expect(await correct(viewer, { phone: other.contact })).toEqual({ ok: false, why: 'contact-refused', field: 'phone' })
    expect(await ownDetails(id)).toMatchObject({ phone: '13811110004' })
    expect(await ownDetails(other.id)).toMatchObject({ phone: '13811110003' })
  })

  test('of two who want one number at once gives it to one', async () => {
    const people = [await aResident(), await aResident()]
    const done = await Promise.all(people.map(({ viewer }) => correct(viewer, { phone: phone('13811110005') })))
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('trying number after number is stopped', async () => {
    const { viewer } = await aResident()
    for (let n = 0; n < 5; n++) await correct(viewer, { phone: phone(`1381112000${n}`) })
    expect(await correct(viewer, { phone: phone('13811129999') })).toMatchObject({ why: 'slow-down' })
    expect(await correct(viewer, { name: '王莉', phone: phone('13811120004') }), 'the name alone is free').toEqual({ ok: true })
  })

  test('makes codes void that went to the contact left behind', async () => {
    const { viewer, id } = await aResident('13811110006')
    const { code } = (await issueResetCode(await aViewer('administrator'), id, '居民身份证')) as { code: string }
    await correct(viewer, { phone: phone('13811110007') })
    expect(await resetPassword(code, '一个全新的密码句子')).toMatchObject({ why: 'code-over' })
  })

  test('needs the password given lately, and is not for the desk', async () => {
    const { viewer } = await aResident()
    expect(await correct(await aViewer('auditor'), { phone: phone('13811110008') })).toMatchObject({
      why: 'not-your-role',
    })
    await setClock('11 minutes')
    expect(await correct(viewer, { phone: phone('13811110009') })).toMatchObject({ why: 'sign-in-again' })
  })
})

describe('closing an account', () => {
  async function withComment() {
    const resident = await aResident()
    const { consultation } = await anOpenConsultation()
    const sent = await submitComment(aSubmission(consultation.id, { viewer: resident.viewer }))
    return { ...resident, code: (sent as { code: string }).code }
  }
  const left = async (id: string) => ({
    account: await db.$count(accounts, eq(accounts.id, id)),
    sessions: await db.$count(sessions, eq(sessions.userId, id)),
    resets: await db.$count(passwordResets, eq(passwordResets.accountId, id)),
  })
  const nothing = { account: 0, sessions: 0, resets: 0 }

  test('by its owner leaves nothing of it, ends every session, and keeps the comments with their receipts', async () => {
    const { viewer, id, cookie, code, contact } = await withComment()
    await issueResetCode(await aViewer('administrator'), id, '居民身份证')
    expect(await closeOwn(viewer)).toEqual({ ok: true })
    expect(await left(id)).toEqual(nothing)
    expect(await viewerOf(cookie)).toBeNull()
    expect(await signIn({ contact, password: GOOD_PASSWORD }, somewhere())).toMatchObject({ why: 'wrong' })
    expect(await receiptByCode(code)).toMatchObject({ accountId: null, withdrawnAt: null })
    expect(await closeOwn(viewer), 'a second press').toEqual({ ok: false, why: 'sign-in' })
  })

  test('at the counter does the same and says in the record who did it and which document was seen', async () => {
    const { id, code } = await withComment()
    const staff = await aViewer('administrator')
    expect(await closeAccountFor(staff, id, '居民身份证')).toEqual({ ok: true })
    expect(await left(id)).toEqual(nothing)
    expect(await receiptByCode(code)).toMatchObject({ accountId: null })
    expect(await db.select({ act: record.act, who: record.actorId, what: record.subjectId, why: record.why }).from(record)).toEqual([
      { act: 'account-closed', who: staff.id, what: id, why: '居民身份证' },
    ])
  })

  test('by the wrong person changes nothing', async () => {
    const { id } = await withComment()
    for (const stranger of [await aViewer('resident'), await aViewer('moderator'), await aViewer('auditor')])
      expect(await closeAccountFor(stranger, id, '无'), stranger.role).toMatchObject({ ok: false })
    expect(await closeOwn(await aViewer('moderator'))).toMatchObject({ why: 'not-your-role' })
    expect((await left(id)).account).toBe(1)
    expect(await db.select().from(record)).toEqual([])
  })

  test('with a sign-in older than ten minutes asks for the password first', async () => {
    const { viewer, id } = await withComment()
    await setClock('11 minutes')
    expect(await closeOwn(viewer)).toEqual({ ok: false, why: 'sign-in-again' })
    expect((await left(id)).account).toBe(1)
  })

  test('control: without the rule the same act would go through for a desk viewer’s target', async () => {
    const { id } = await withComment()
    await transaction((tx) => removeAccount(tx, id))
    expect(await left(id)).toEqual(nothing)
    expect(await db.select({ accountId: comments.accountId }).from(comments)).toEqual([{ accountId: null }])
  })

  test('a colleague’s account is never removed, whoever asks', async () => {
    const colleague = await aViewer('moderator')
    expect(await closeAccountFor(await aViewer('administrator'), colleague.id, '离岗')).toEqual({ ok: false, why: 'not-a-resident' })
    await transaction((tx) => removeAccount(tx, colleague.id))
    expect((await left(colleague.id)).account).toBe(1)
  })
})
