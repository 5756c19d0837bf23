import { contentOf, type StoredFile } from './reads.server'

/**
 * A stored picture for a page of the site. It may be taken down at any moment, so every cache asks whether it is still
 * there.
 */
export function picture(file: StoredFile, request: Request): Response {
  const headers = { ETag: `"${file.sha256}"`, 'Cache-Control': 'no-cache', 'Content-Security-Policy': "sandbox; default-src 'none'" }
  if (request.headers.get('If-None-Match') === headers.ETag) return new Response(null, { status: 304, headers })
  return new Response(contentOf(file.id), { headers: { ...headers, 'Content-Type': file.mediaType, 'Content-Length': String(file.size) } })
}

/** A stored file as a download, never shown inside the site. `nosniff` and the resource policy stand on every answer (web/headers.server.ts). */
export function download(file: StoredFile, cacheControl: string): Response {
  const plain = file.name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return new Response(contentOf(file.id), {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Length': String(file.size),
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': cacheControl,
      ETag: `"${file.sha256}"`,
    },
  })
}
