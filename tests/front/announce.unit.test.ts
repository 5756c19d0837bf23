import { expect, test } from 'vitest'
import { announce, type FirstStart } from '~/start/announce'
import { readSettings } from '~/settings.server'

const demo: FirstStart = {
  demo: true,
  signIns: [
    { role: '管理员 Administrator', login: 'admin@chengxi.example', password: 'open-door' },
    { role: '居民 Resident', login: '13800000001', password: 'open-door' },
  ],
}

function block(given: FirstStart) {
  const lines: string[] = []
  announce({ settings: readSettings({}), port: 3000, embedded: true, adopted: false, ...given }, (line) => lines.push(line))
  return lines
}

/** Where a word begins on the screen: a Chinese character fills two places. */
const placeOf = (line: string, word: string) =>
  line.slice(0, line.indexOf(word)).replace(/[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/gu, '..').length

test('the block’s columns stand below one another, and it says how to stop', () => {
  const lines = block(demo)
  const facts = ['http://localhost:3000', 'Ctrl+C'].map((word) =>
    placeOf(
      lines.find((line) => line.includes(word))!,
      word,
    ),
  )
  expect(new Set(facts).size).toBe(1)
  for (const column of [(each: { login: string }) => each.login, (each: { password: string }) => each.password]) {
    const places = demo.signIns.map((each) =>
      placeOf(
        lines.find((line) => line.includes(each.login))!,
        column(each as never),
      ),
    )
    expect(new Set(places).size).toBe(1)
  }
})

test('a demo county warns in both languages that its accounts are public; a real one has nothing to warn of', () => {
  const said = block(demo).join('\n')
  expect(said).toContain('这些账号和密码是公开的')
  expect(said).toContain('these accounts are public')
  expect(block({ demo: false, setUpPath: '/set-up/X', signIns: [] }).join('\n')).not.toMatch(/公开|public/)
})
