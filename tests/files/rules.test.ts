import { describe, expect, it } from 'vitest'
import { kindByName, NAME_MOST, tidyName } from '~/files/rules'

describe('a file name', () => {
  it.each([
    ['报告.PDF', 'pdf'],
    ['photo.jpeg', 'jpg'],
    ['page.html', null],
    ['drawing.svg', null],
    ['programme.pdf.exe', null],
    ['no ending', null],
  ])('%s promises %s', (name, kind) => expect(kindByName(name)).toBe(kind))

  it.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\x\\报告.docx', '报告.docx'],
    ['\u202Efdp.exe.pdf', 'fdp.exe.pdf'],
    ['a\u0000b<script>.pdf', 'abscript.pdf'],
    ['...', ''],
  ])('%j is kept as %j', (name, kept) => expect(tidyName(name)).toBe(kept))

  it('is cut without losing its ending or half a character', () => {
    const cut = tidyName(`${'𠮷'.repeat(300)}.pdf`)
    expect([...cut]).toHaveLength(NAME_MOST)
    expect(cut).toMatch(/𠮷\.pdf$/)
  })
})
