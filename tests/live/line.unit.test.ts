import { afterEach, expect, test, vi } from 'vitest'
import { heartbeat } from '../../app/sockets/heartbeat'
import type { Line } from '../../app/sockets/line'
import { useLines } from './lines'

const { io, onALine } = useLines()

afterEach(() => void vi.useRealTimers())

test('socket.io forgets a line that is taken over, and who is at the other end notices nothing', async () => {
  const { client, line, said } = await onALine()
  expect([io.engine.clientsCount, io.of('/').sockets.size]).toEqual([0, 0])
  expect(client.frames).toEqual([])
  expect(await client.ask('support', { number: 1 })).toEqual({ heard: 'support' })
  expect(said).toEqual([['support', { number: 1 }]])
  const told = client.until<{ text: string }>('own')
  line.say('own', { text: '好' })
  expect(await told).toEqual({ text: '好' })
  await client.close()
})

test('what wants no answer gets none', async () => {
  const { client, said } = await onALine()
  client.send('42["support",{"number":1}]')
  await client.ask('after', null)
  expect(said).toEqual([
    ['support', { number: 1 }],
    ['after', null],
  ])
  expect(client.frames).toEqual(['430[{"heard":"after"}]'])
  await client.close()
})

test.for([
  '1',
  '41',
  '40',
  '2',
  '4',
  '42',
  '42[',
  '42{}',
  '42/admin,["a"]',
  '43[]',
  '451-["a",{"_placeholder":true,"num":0}]',
  '42[{"toString":1}]',
  '',
])('what is no event ends the line: %s', async (frame) => {
  const { client, said, gone } = await onALine()
  client.send(frame)
  await Promise.all([client.closed, gone])
  expect(said).toEqual([])
})

test('bytes that are no text end the line', async () => {
  const { client, said } = await onALine()
  client.socket.send(Buffer.from('42["support",{}]'))
  await client.closed
  expect(said).toEqual([])
})

test('nothing is heard any more of who was cut off, also where they do not hang up themselves', async () => {
  const { client, line, said } = await onALine()
  client.socket.pause()
  line.sendAway()
  client.send('42["support",{"number":1}]')
  client.socket.resume()
  await client.closed
  expect(said).toEqual([])
  // Told so that the browser stays away.
  expect(client.frames).toEqual(['41'])
})

test('who answers the heartbeat stays, and who does not is gone at the next', async () => {
  const [{ client: answers, line }, silent] = [await onALine(), await onALine()]
  silent.client.socket.pause()
  for (const each of [line, silent.line]) each.beat()
  // What it sent before its second question has come.
  for (const each of ['first', 'second']) await answers.ask(each, null)
  for (const each of [line, silent.line]) each.beat()
  await silent.gone
  expect(await answers.ask('after', null)).toEqual({ heard: 'after' })
  silent.client.socket.resume()
  await Promise.all([silent.client.closed, answers.close()])
})

test('who reads nothing is gone at the second heartbeat, also where they answer it unread', async () => {
  const { client, line, said, gone } = await onALine()
  const answered = async () => {
    const before = said.length
    client.send('3')
    client.send('42["after",null]')
    await expect.poll(() => said.length).toBe(before + 1)
  }
  client.socket.pause()
  line.say('own', '问'.repeat(5_000_000))
  line.beat()
  await answered()
  line.beat()
  await gone
  client.socket.resume()
  await client.closed
})

test('who reads again before the second heartbeat stays', async () => {
  const { client, line } = await onALine()
  client.socket.pause()
  line.say('own', '问'.repeat(5_000_000))
  line.beat()
  client.socket.resume()
  for (const each of ['first', 'second']) await client.ask(each, null)
  line.beat()
  expect(await client.ask('after', null)).toEqual({ heard: 'after' })
  await client.close()
})

test('an answer to a heartbeat that nobody asked for is counted like any event', async () => {
  const { client, said } = await onALine()
  client.send('3')
  await client.ask('after', null)
  expect(said.map(([event]) => event)).toEqual(['3', 'after'])
  await client.close()
})

test('who does not answer a goodbye is cut off', async () => {
  const { client, line, gone } = await onALine()
  client.socket.pause()
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  line.hangUp()
  vi.advanceTimersByTime(5_000)
  vi.useRealTimers()
  await gone
  client.socket.resume()
  await client.closed
})

test('a line is asked ten seconds after it came and then every twenty-five, and not after it went', () => {
  vi.useFakeTimers()
  const beats = heartbeat()
  const at: number[] = []
  const from = Date.now()
  const line = { beat: () => void at.push((Date.now() - from) / 1000) } as Line
  beats.add(line)
  expect([beats.count(), beats.all()]).toEqual([1, [line]])
  vi.advanceTimersByTime(70_000)
  expect(at).toEqual([10, 35, 60])
  beats.remove(line)
  vi.advanceTimersByTime(70_000)
  expect(at).toHaveLength(3)
  beats.stop()
})
