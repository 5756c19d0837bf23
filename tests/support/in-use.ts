import { once } from 'node:events'
import WebSocket from 'ws'

/** Where a process can be asked that has its inspector open, from what it told of it. */
export const inspectorOf = (lines: string[]): string => lines.map((line) => /ws:\/\/\S+/.exec(line)?.[0]).find(Boolean) ?? ''

/** Bytes that a process has in use after a collection, in V8's heap and beside it: what was not collected yet is nobody's. */
export async function inUse(inspector: string): Promise<{ heapUsed: number; external: number }> {
  const socket = new WebSocket(inspector)
  await once(socket, 'open')
  const tell = async (id: number, method: string, params = {}) => {
    socket.send(JSON.stringify({ id, method, params }))
    for (;;) {
      const [data] = (await once(socket, 'message')) as [Buffer]
      const said = JSON.parse(data.toString()) as { id?: number; result?: { result?: { value: NodeJS.MemoryUsage } } }
      if (said.id === id) return said.result?.result?.value
    }
  }
  for (const id of [1, 2]) await tell(id, 'HeapProfiler.collectGarbage')
  const { heapUsed, external } = (await tell(3, 'Runtime.evaluate', { expression: 'process.memoryUsage()', returnByValue: true }))!
  socket.close()
  return { heapUsed, external }
}
