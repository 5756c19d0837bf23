/**
 * Line ends become LF and a byte-order mark at the very start goes; nothing else changes.
 * Unicode composition (NFC) is left alone on purpose: it replaces rare characters in names of people and places.
 */
export function normaliseSource(raw: string): string {
  return raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
}
