import type { LoaderFunctionArgs } from '@remix-run/node'
import { qrPath } from '~/tickets/picture.server'
import { fullAddress } from '~/web/address'
import { sessionFor } from '../session.server'

/** The address of the board as a QR code, for the screen and for posters. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { code } = await sessionFor(params.code)
  const { size, path } = qrPath(fullAddress(context.origin, `/live/${code}`))
  const square = `<rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${square}</svg>`
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=3600' } })
}
