/** npx tsx tests/ui/gallery-page.tsx [folder]: writes every gallery page, in both displays, to look at in a browser. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { renderToStaticMarkup } from 'react-dom/server'
import { build } from 'vite'
import { pages } from './gallery'

const folder = process.argv[2] ?? join(tmpdir(), 'kaimen-gallery')
mkdirSync(folder, { recursive: true })
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    outDir: folder,
    emptyOutDir: false,
    target: 'es2022',
    rollupOptions: { input: here('../../app/ui/styles.css'), output: { assetFileNames: 'styles.css' } },
  },
})
writeFileSync(join(folder, 'enhance.js'), readFileSync(here('../../public/enhance.js')))

for (const [name, Page] of Object.entries(pages)) {
  for (const display of ['standard', 'elder']) {
    const attribute = display === 'elder' ? ' data-display="elder"' : ''
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${name}</title><link rel="stylesheet" href="styles.css"><script type="module" src="enhance.js"></script>`
    writeFileSync(
      join(folder, `${name}-${display}.html`),
      `<!doctype html><html lang="zh-CN"${attribute}><head>${head}</head><body>${renderToStaticMarkup(<Page />)}</body></html>`,
    )
  }
}
process.stdout.write(`${folder}\n`)
