import { crc32, inflateRawSync } from 'node:zlib'

export type Entry = { name: string; content: Buffer }

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const ENTRIES_MOST = 2_000

/**
 * Reads a zip file within a budget of unpacked bytes; null when it is broken, larger, encrypted, or says one thing in
 * its directory and another elsewhere. A bomb is stopped while it is unpacked: declared sizes are not believed.
 */
export function readZip(bytes: Buffer, budget: number): Entry[] | null {
  try {
    return entriesOf(bytes, budget)
  } catch {
    return null
  }
}

function entriesOf(bytes: Buffer, budget: number): Entry[] | null {
  const end = bytes.length - 22
  if (end < 0 || bytes.readUInt32LE(end) !== END) return null
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count > ENTRIES_MOST || at + bytes.readUInt32LE(end + 12) !== end) return null
  const entries: Entry[] = []
  let left = budget
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(at) !== CENTRAL) return null
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
    const content = unpack(bytes, at, left)
    if (!content) return null
    left -= content.length
    entries.push({ name, content })
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function unpack(bytes: Buffer, header: number, most: number): Buffer | null {
  const encrypted = (bytes.readUInt16LE(header + 8) & 1) === 1
  const method = bytes.readUInt16LE(header + 10)
  const size = bytes.readUInt32LE(header + 20)
  const local = bytes.readUInt32LE(header + 42)
  if (encrypted || bytes.readUInt32LE(local) !== LOCAL) return null
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const packed = bytes.subarray(from, from + size)
  if (packed.length !== size || (method === 0 && size > most)) return null
  if (method === 0) return packed
  return method === 8 ? (size === 0 ? Buffer.alloc(0) : inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })) : null
}

/** A zip file of the given entries, stored as they are. */
export function writeZip(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of entries) {
    const path = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(content.length, 14)
    fields.writeUInt32LE(content.length, 18)
    fields.writeUInt16LE(path.length, 22)
    parts.push(numbers(LOCAL), fields, path, content)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(at, 10)
    directory.push(numbers(CENTRAL), Buffer.from([20, 0]), fields, tail, path)
    at += 30 + path.length + content.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...parts, central, numbers(END), end])
}

const numbers = (signature: number) => {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(signature)
  return four
}
