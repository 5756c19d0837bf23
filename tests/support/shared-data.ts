import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Real documents, kept beside the repository; a stranger's machine has none. In CI they must be there. */
export const sharedData = (path: string) => join(fileURLToPath(new URL('../../../shared/data', import.meta.url)), path)

export const hasSharedData = existsSync(sharedData('README.md'))

if (process.env.CI && !hasSharedData) throw new Error('../shared/data is missing, and CI must run with it')
