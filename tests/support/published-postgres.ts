import { cpSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A copy of postgres as its authors published it, for the controls that must fail. */
export function publishedPostgres() {
  const installed = join(dirname(createRequire(import.meta.url).resolve('postgres')), '../..')
  const folder = join(mkdtempSync(join(tmpdir(), 'kaimen-published-')), 'postgres')
  cpSync(installed, folder, { recursive: true })
  for (const build of ['src', 'cjs/src']) {
    for (const name of readdirSync(join(folder, build)).filter((each) => each.endsWith('.published'))) {
      renameSync(join(folder, build, name), join(folder, build, name.replace('.published', '')))
    }
  }
  return { folder, module: join(folder, 'src/index.js'), remove: () => rmSync(dirname(folder), { recursive: true }) }
}
