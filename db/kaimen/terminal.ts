import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Questions at the terminal, one after another; also answered by lines from a pipe. */
export function openTerminal(
  input: NodeJS.ReadableStream & { isTTY?: boolean } = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
) {
  let hidden = false
  const shown = new Writable({ write: (chunk, _, done) => (hidden ? done() : void output.write(chunk, () => done())) })
  const lines = createInterface({ input, output: shown, terminal: Boolean(input.isTTY) })
  const typed = lines[Symbol.asyncIterator]()
  const next = async () => ((await typed.next()).value as string | undefined)?.trim() ?? ''
  return {
    async ask(question: string): Promise<string> {
      output.write(`${question} `)
      return next()
    },
    /** Nothing of it appears on the screen. */
    async askHidden(question: string): Promise<string> {
      output.write(`${question} `)
      hidden = true
      const answer = await next()
      hidden = false
      output.write('\n')
      return answer
    },
    close: () => lines.close(),
  }
}
