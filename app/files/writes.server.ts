import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/connection.server'
import { fileChunks, files } from '#db/schema/files'
import { mediaTypes } from './rules'
import type { CheckedFile } from './sniff.server'

const CHUNK_BYTES = 256 * 1024

/** Keeps a checked file in the transaction of what it belongs to: never one without the other. */
export async function storeFile(tx: Tx, { name, kind, bytes }: CheckedFile, createdBy: string): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const [row] = await tx
    .insert(files)
    .values({ name, mediaType: mediaTypes[kind], size: bytes.length, sha256, createdBy })
    .returning({ id: files.id })
  const fileId = row!.id
  for (let at = 0, position = 0; at < bytes.length; at += CHUNK_BYTES, position++) {
    await tx.insert(fileChunks).values({ fileId, position, content: bytes.subarray(at, at + CHUNK_BYTES) })
  }
  return fileId
}

export async function removeFile(tx: Tx, fileId: string) {
  await tx.delete(files).where(eq(files.id, fileId))
}
