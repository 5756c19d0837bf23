/** The text of a file in UTF-8, UTF-16 or GB18030 (with it GBK and GB 2312); null when it is none of them. */
export function decodeText(bytes: Uint8Array): string | null {
  for (const encoding of encodingsOf(bytes)) {
    const text = decode(bytes, encoding)
    if (text !== null && !text.includes('\0')) return text
  }
  return null
}

function encodingsOf(bytes: Uint8Array): string[] {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return ['utf-16le']
  if (a === 0xfe && b === 0xff) return ['utf-16be']
  // UTF-16 without a mark: no other encoding of text has zero bytes, and a line end tells the order.
  if (bytes.includes(0)) return endsLineWith(bytes, 0x00, 0x0a) ? ['utf-16be'] : ['utf-16le']
  return ['utf-8', 'gb18030']
}

function endsLineWith(bytes: Uint8Array, first: number, second: number): boolean {
  for (let i = 0; i + 1 < bytes.length; i += 2) if (bytes[i] === first && bytes[i + 1] === second) return true
  return false
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
