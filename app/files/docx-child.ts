import { docxText } from './docx.server'

// A process of its own (docx-process.server.ts): a Word document on its standard input, what was read on its output.
const bytes = Buffer.concat((await process.stdin.toArray()) as Buffer[])
process.stdout.write(JSON.stringify(await docxText(bytes)))
