import { describe, expect, it } from 'vitest'
import { roles, type Role, type Viewer } from '~/accounts/rules'
import { mayAnswer, mayDecide, mayModerate, mayObject, maySeeModeration } from '~/moderation/rules'
import { block, covered, onlyCovers } from '~/moderation/redaction'

const viewer = (role: Role, departmentId: number | null = 1, id = 'a'): Viewer => ({
  id,
  name: role,
  role,
  departmentId,
  sessionId: '',
  authenticatedAt: new Date(0),
})

describe('who moderates', () => {
  const may = new Set<Role>(['moderator', 'staff', 'publisher'])
  for (const role of roles) {
    it(`${role} ${may.has(role) ? 'may' : 'may not'} decide`, () => expect(mayModerate(viewer(role), 1).ok).toBe(may.has(role)))
  }
  it('nobody decides in another department', () =>
    expect(mayModerate(viewer('moderator', 2), 1)).toEqual({ ok: false, why: 'not-your-department' }))
  it('the auditor sees the queue and decides nothing', () => {
    expect(maySeeModeration(viewer('auditor', null), 1).ok).toBe(true)
    expect(mayModerate(viewer('auditor', null), 1).ok).toBe(false)
  })
})

describe('a decision', () => {
  const written = { body: '请打13800138000', replacement: '', withdrawnAt: null }
  const publish = { visibility: 'published', seenVersion: 0, why: '', publicBody: '', publicReplacement: '' } as const
  const labels = ['手机号']
  it('is refused when somebody decided meanwhile', () => {
    expect(mayDecide(written, null, publish, labels).ok).toBe(true)
    expect(mayDecide(written, { version: 1 }, publish, labels)).toEqual({ ok: false, why: 'decided-meanwhile' })
    expect(mayDecide(written, { version: 2 }, { ...publish, seenVersion: 2, why: '复核' }, labels).ok).toBe(true)
  })
  it('is changed only with a reason', () => {
    expect(mayDecide(written, { version: 2 }, { ...publish, seenVersion: 2 }, labels)).toEqual({ ok: false, why: 'change-without-reason' })
  })
  it('is refused for a comment its author has withdrawn', () => {
    expect(mayDecide({ ...written, withdrawnAt: new Date(0) }, null, publish, labels)).toEqual({ ok: false, why: 'withdrawn' })
  })
  it('to redact covers something and changes nothing else', () => {
    const redact = (publicBody: string) => mayDecide(written, null, { ...publish, visibility: 'redacted', publicBody }, labels)
    expect(redact('请打██手机号██').ok).toBe(true)
    expect(redact('请打13800138000')).toEqual({ ok: false, why: 'nothing-covered' })
    expect(redact('别打██手机号██')).toEqual({ ok: false, why: 'words-changed' })
  })
})

describe('an objection', () => {
  const standing = { withdrawnAt: null }
  it('is possible only against something hidden, one at a time', () => {
    expect(mayObject(standing, 'withheld', 0).ok).toBe(true)
    expect(mayObject(standing, 'redacted', 0).ok).toBe(true)
    expect(mayObject(standing, 'published', 0)).toEqual({ ok: false, why: 'nothing-to-object' })
    expect(mayObject(standing, null, 0)).toEqual({ ok: false, why: 'nothing-to-object' })
    expect(mayObject(standing, 'withheld', 1)).toEqual({ ok: false, why: 'one-is-open' })
    expect(mayObject({ withdrawnAt: new Date(0) }, 'withheld', 0)).toEqual({ ok: false, why: 'withdrawn' })
  })
  it('is never answered by the person who decided', () => {
    const objection = { against: 'a', answeredAt: null }
    expect(mayAnswer(viewer('moderator', 1, 'a'), 1, objection)).toEqual({ ok: false, why: 'own-decision' })
    expect(mayAnswer(viewer('moderator', 1, 'b'), 1, objection).ok).toBe(true)
    expect(mayAnswer(viewer('moderator', 2, 'b'), 1, objection)).toEqual({ ok: false, why: 'not-your-department' })
    expect(mayAnswer(viewer('staff', 1, 'b'), 1, { ...objection, answeredAt: new Date(0) })).toEqual({ ok: false, why: 'answered' })
  })
})

describe('a redaction', () => {
  const labels = ['手机号', '身份证号']
  const original = '我叫王五，电话13800138000，住幸福路。\n同意第三条。'
  it('is proposed with what was pointed out covered', () => {
    expect(covered(original, () => '手机号')).toBe(`我叫王五，电话${block('手机号')}，住幸福路。\n同意第三条。`)
    expect(
      onlyCovers(
        original,
        covered(original, () => '手机号'),
        labels,
      ),
    ).toBe(true)
  })
  it('may cover the start, the end, or everything', () => {
    expect(onlyCovers(original, '██，电话██，住幸福路。██', labels)).toBe(true)
    expect(onlyCovers(original, '████', labels)).toBe(true)
  })
  it('changes no word and adds none', () => {
    expect(onlyCovers(original, original.replace('同意', '不同意').replace('王五', '██'), labels)).toBe(false)
    expect(onlyCovers(original, original.replace('13800138000', '██反对██'), labels)).toBe(false)
    expect(onlyCovers(original, `${original}支持！`, labels)).toBe(false)
    expect(onlyCovers(original, '我叫王五', labels)).toBe(false)
    expect(onlyCovers('甲乙', '甲乙██乙', labels)).toBe(false)
    expect(onlyCovers('甲乙丙', '██丙██甲██', labels)).toBe(false)
  })
})
