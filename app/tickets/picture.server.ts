import QRCode from 'qrcode'

/** The modules of a QR code as one SVG path in a square of `size` units, quiet zone of four included; error correction M survives a fold and a scratched screen. */
export function qrPath(text: string): { size: number; path: string } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let y = 0; y < modules.size; y++) for (let x = 0; x < modules.size; x++) if (modules.get(y, x)) path += `M${x + 4} ${y + 4}h1v1h-1z`
  return { size: modules.size + 8, path }
}
