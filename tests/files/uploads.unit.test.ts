import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readDraft } from '~/files/draft-text.server'
import { checkFile } from '~/files/sniff.server'
import { decodeText } from '~/files/text.server'
import { readZip, writeZip } from '~/files/zip.server'
import { realFiles } from '../support/real-files'

const why = (name: string, content: Buffer | string) => {
  const checked = checkFile(name, Buffer.from(content))
  return checked.ok ? checked.file.kind : checked.why
}
const office = (main: string, ...others: string[]) =>
  writeZip(['[Content_Types].xml', main, ...others].map((name) => ({ name, content: Buffer.from('<x/>') })))

describe('an attachment is what its bytes say', () => {
  test.each([
    ['a.pdf', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['a.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'png'],
    ['a.jpg', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'jpg'],
    ['a.docx', office('word/document.xml'), 'docx'],
    ['a.xlsx', office('xl/workbook.xml', 'xl/printerSettings/printerSettings1.bin'), 'xlsx'],
    ['a.txt', Buffer.from('说明'), 'txt'],
    ['a.docm', office('word/document.xml'), 'kind'],
    ['a.docx', office('word/document.xml', 'word/vbaProject.bin'), 'content'],
    ['a.docx', office('xl/workbook.xml'), 'content'],
    ['a.pdf', Buffer.from('<html>'), 'content'],
    ['a.pdf', Buffer.from('MZ…'), 'content'],
    ['a.txt', Buffer.from('  <!DOCTYPE html><script>'), 'content'],
    ['a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'content'],
    ['a.txt', Buffer.alloc(0), 'empty'],
    ['a.txt', Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), 'too-large'],
    ['.pdf', Buffer.from('%PDF-'), 'kind'],
  ])('%s', (name, bytes, answer) => expect(why(name, bytes)).toBe(answer))

  const attacks = realFiles('hostile/uploads')
  test.skipIf(attacks.length === 0)('active content is refused under its own name and under a borrowed one', () => {
    for (const { name, path } of attacks) {
      const bytes = readFileSync(path)
      for (const borrowed of [name, `${name}.txt`, `${name}.pdf`, `${name}.png`, `${name}.docx`])
        expect(why(borrowed, bytes), borrowed).toMatch(/^(kind|content)$/)
    }
  })
})

describe('a zip file', () => {
  const bomb = (megabytes: number) => {
    const packed = deflateRawSync(Buffer.alloc(megabytes * 1024 * 1024))
    const stored = writeZip([
      { name: 'word/document.xml', content: packed },
      { name: '[Content_Types].xml', content: Buffer.from('<x/>') },
    ])
    // Method 8 in the directory: the stored bytes are a deflate stream; sizes are not believed anyway.
    stored.writeUInt16LE(8, stored.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 10)
    return stored
  }

  test('what was written is read again', () => {
    const entries = [
      { name: 'a/b.xml', content: Buffer.from('内容') },
      { name: 'empty', content: Buffer.alloc(0) },
    ]
    expect(readZip(writeZip(entries), 1_000)).toEqual(entries)
  })

  test('a bomb is stopped at the budget, whatever it declares', async () => {
    const large = bomb(120)
    expect(large.length).toBeLessThan(200_000)
    expect(readZip(large, 100 * 1024 * 1024)).toBeNull()
    expect(readZip(bomb(3), 100 * 1024 * 1024)).toHaveLength(2)
    expect(why('a.docx', large)).toBe('content')
    expect(await readDraft('a.docx', large)).toEqual({ ok: false, why: 'broken-docx' })
  })

  test.each([
    ['cut off', (zip: Buffer) => zip.subarray(0, zip.length - 5)],
    ['followed by other bytes', (zip: Buffer) => Buffer.concat([zip, Buffer.from('x')])],
    ['preceded by other bytes', (zip: Buffer) => Buffer.concat([Buffer.from('MZ'), zip])],
    ['with a directory that points outside', (zip: Buffer) => Buffer.from(zip).fill(0xff, zip.length - 6, zip.length - 2)],
    [
      'encrypted',
      (zip: Buffer) => {
        const copy = Buffer.from(zip)
        copy[copy.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 8]! |= 1
        return copy
      },
    ],
  ])('%s is refused', (_, spoil) => expect(readZip(spoil(writeZip([{ name: 'a', content: Buffer.from('a') }])), 1_000)).toBeNull())
})

describe('the text of a file', () => {
  const text = '第一条　为了规范停车，制定本办法。𠮷\n'
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little-endian', utf16],
    ['UTF-16 big-endian', Buffer.from(utf16).swap16()],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
  ])('%s', (_, bytes) => expect(decodeText(bytes)?.replace('\ufeff', '')).toBe(text))

  test('GB18030, as older offices save it', () => {
    expect(decodeText(Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0xa1, 0xa1, 0xc4, 0xe3, 0xba, 0xc3]))).toBe('第一条　你好')
  })

  test('bytes that are no text are refused in words', async () => {
    expect(await readDraft('a.txt', Buffer.from([0xff, 0xff, 0xff, 0x80, 0x81]))).toEqual({ ok: false, why: 'encoding' })
    expect(await readDraft('a.txt', Buffer.from(' \n '))).toEqual({ ok: false, why: 'empty' })
    expect(await readDraft('a.doc', Buffer.from('x'))).toEqual({ ok: false, why: 'draft-kind' })
    expect(await readDraft('a.docx', Buffer.from('not a zip'))).toEqual({ ok: false, why: 'broken-docx' })
  })
})
