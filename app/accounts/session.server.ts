import type { Viewer } from './rules'

export async function viewerOf(_cookie: string | undefined): Promise<Viewer | null> {
  return null
}
