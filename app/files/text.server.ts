const utf8 = (strict: boolean) => new TextDecoder('utf-8', { fatal: strict })

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
  // UTF-16 without a mark: every ASCII character brings a zero byte, on one side only.
  const zeros = [0, 0]
  const seen = bytes.subarray(0, 4_096)
  seen.forEach((byte, i) => (zeros[i % 2]! += byte === 0 ? 1 : 0))
  if (zeros[0]! + zeros[1]! > 0) return zeros[1]! > zeros[0]! ? ['utf-16le'] : ['utf-16be']
  return ['utf-8', 'gb18030']
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return (encoding === 'utf-8' ? utf8(true) : new TextDecoder(encoding, { fatal: true })).decode(bytes)
  } catch {
    return null
  }
}
