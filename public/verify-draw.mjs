#!/usr/bin/env node
// Draws again from a published draw.json and says whether the result is the published one.
//   node verify-draw.mjs draw.json        a file you saved
//   node verify-draw.mjs https://…/draw.json
// Needs Node.js 18 or newer and nothing else. It shares no code with the site. Method: RFC 3797, section 4.
import { Buffer } from 'node:buffer'
import console from 'node:console'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import process from 'node:process'

class Different extends Error {}
const need = (right, what) => {
  if (!right) throw new Different(what)
}

/** One line per source; numbers sorted, each closed by a full stop, each source by a slash. */
function seedFrom(value) {
  let seed = ''
  for (const line of value.normalize('NFKC').split('\n')) {
    const numbers = line.match(/[^\s,;、]+/g)
    if (!numbers) continue
    const parts = numbers.map((text) => {
      const found = /^0*(\d+?)(?:\.(\d*?)0*)?$/.exec(text)
      need(found, `"${text}" is not a number / 不是数字`)
      return [found[1], found[2] ?? '']
    })
    parts.sort(([a, x], [b, y]) => a.length - b.length || (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
    seed += parts.map(([whole, rest]) => whole + '.' + rest).join('') + '/'
  }
  need(seed, 'no value / 没有数值')
  return seed
}

/** The remainder of a 128-bit number, byte by byte from the left. */
function drawOne(seed, turn, among) {
  const around = Buffer.alloc(2)
  around.writeUInt16BE(turn)
  const digest = createHash('md5')
    .update(Buffer.concat([around, Buffer.from(seed, 'latin1'), around]))
    .digest()
  let rest = 0
  for (const byte of digest) rest = (rest * 256 + byte) % among
  return rest
}

function drawAll(seed, entries) {
  const pool = [...entries]
  const order = []
  for (let turn = 0; pool.length > 0; turn++) {
    const at = drawOne(seed, turn, pool.length)
    order.push(pool[at])
    pool.splice(at, 1)
  }
  return order
}

function readEntries(text) {
  need(text === '' || text.endsWith('\n'), 'the list is cut off / 名单不完整')
  return text
    .split('\n')
    .slice(0, -1)
    .map((line, index) => {
      const columns = line.split('\t')
      need(
        columns.length === 6 && columns[0] === String(index + 1),
        `line ${index + 1} of the list is out of order / 名单第${index + 1}行有误`,
      )
      const [, slot, number, size, group, needs] = columns
      const wheelchair = /wheelchair=(\d+)/.exec(needs)
      return {
        entry: index + 1,
        number,
        slot: parseInt(slot, 10),
        group: group === '-' ? null : parseInt(group, 10),
        takes: {
          seat: Number(size),
          wheelchair: wheelchair ? Number(wheelchair[1]) : 0,
          interpreter: /\binterpreter\b/.test(needs) ? 1 : 0,
          quiet: /\bquiet\b/.test(needs) ? 1 : 0,
        },
      }
    })
}

/** In the order of the draw: who fits has places, who does not waits, and smaller parties after them may still fit. */
function place(party, free) {
  const wanted = Object.entries(party.takes)
    .filter(([, most]) => most > 0)
    .map(([kind, most]) => ({
      most,
      pool: free.find((each) => each.slot === party.slot && each.kind === kind && (kind !== 'seat' || each.group === party.group)),
    }))
  if (wanted.some(({ most, pool }) => !pool || pool.free < most)) return 'waiting'
  for (const { most, pool } of wanted) pool.free -= most
  return 'confirmed'
}

function verify(file) {
  need(file.format === 'kaimen-draw-1', 'not a draw.json of this kind / 不是这种抽签文件')
  need(file.drawnAt && file.value, 'nothing has been drawn yet / 还没有抽签')
  need(Date.parse(file.frozenAt) < Date.parse(file.speaksAt), 'the list was not fixed before the source spoke / 名单不是在公布之前固定的')
  need(Date.parse(file.speaksAt) <= Date.parse(file.drawnAt), 'drawn before the source spoke / 抽签早于公布')
  const hash = createHash('sha256').update(file.entries, 'utf8').digest('hex')
  need(hash === file.entriesHash, `the list has another fingerprint / 名单指纹不符: ${hash}`)
  const seed = seedFrom(file.value)
  need(seed === file.seed, `the value comes to another seed / 种子不符: ${seed}`)
  const order = drawAll(seed, readEntries(file.entries))
  need(order.length === file.order.length, 'the result has more or fewer entries than the list / 结果和名单份数不同')
  const free = file.pools.map((pool) => ({ ...pool }))
  for (const [index, party] of order.entries()) {
    const shown = file.order[index]
    const where = `place ${index + 1} / 第${index + 1}位`
    need(shown.entry === party.entry && shown.number === party.number, `${where}: ${party.number}, not ${shown.number}`)
    if (shown.outcome === 'gone') continue
    const outcome = place(party, free)
    need(outcome === shown.outcome, `${where}, ${party.number}: ${outcome}, not ${shown.outcome}`)
  }
  return { hash, seed, count: order.length, gone: file.order.filter(({ outcome }) => outcome === 'gone').length }
}

const load = async (from) => {
  if (!/^https?:\/\//.test(from)) return readFile(from, 'utf8')
  const answer = await globalThis.fetch(from)
  if (!answer.ok) throw new Error(`${answer.status} ${from}`)
  return answer.text()
}

const [from] = process.argv.slice(2)
if (!from) {
  console.error('node verify-draw.mjs draw.json')
  process.exit(2)
}
try {
  const { hash, seed, count, gone } = verify(JSON.parse(await load(from)))
  console.log(`list / 名单  sha256 ${hash}\nseed / 种子  ${seed}\nentries / 份数  ${count}, cancelled before the draw / 抽签前取消 ${gone}`)
  console.log('EQUAL: drawn again, the result is the published one / 一致：重新抽签，结果和公布的相同')
} catch (error) {
  console.error(error instanceof Different ? `NOT EQUAL / 不一致: ${error.message}` : `cannot read it / 读不出来: ${error.message}`)
  process.exitCode = error instanceof Different ? 1 : 2
}
