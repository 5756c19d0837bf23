import { sql } from '#db/connection.server'

export type StoredFile = { id: string; name: string; mediaType: string; size: number; sha256: string }

/** The bytes of a file, chunk by chunk, so that a slow reader does not hold them all in memory. */
export function contentOf(fileId: string): ReadableStream<Uint8Array> {
  let position = 0
  return new ReadableStream({
    async pull(controller) {
      const [row] = await sql<{ content: Buffer }[]>`select content from file_chunks where file_id = ${fileId} and position = ${position++}`
      if (row) controller.enqueue(new Uint8Array(row.content))
      else controller.close()
    },
  })
}
