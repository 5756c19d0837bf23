import { vitePlugin as remix } from '@remix-run/dev'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const folder = (name: string) => fileURLToPath(new URL(`../../../${name}/`, import.meta.url))

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: { alias: { '~/': folder('app'), '#db/': folder('db') } },
  plugins: [
    remix({
      // As a new project is made; the page is ours, to the byte.
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
      },
      routes: (define) => define((route) => route('consultations/:slug', '../../../../app/consultations/pages/show.tsx')),
    }),
  ],
})
