import { vitePlugin as remix } from '@remix-run/dev'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const folder = (name: string) => fileURLToPath(new URL(`../../../${name}/`, import.meta.url))

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: { alias: { '~/': folder('app'), '#db/': folder('db') } },
  plugins: [
    remix({
      // The page is ours, to the byte; how it is served is not.
      routes: (define) => define((route) => route('consultations/:slug', '../../../../app/consultations/pages/show.tsx')),
    }),
  ],
})
