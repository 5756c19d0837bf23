import { vitePlugin as remix } from '@remix-run/dev'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url))

const elements = { 'react/jsx-runtime': folder('./app/web/elements.ts') }

// What loads a package only when asked for stands in a small file: tsx maps every line of a file in which import() occurs, at every start.
const apart = (id: string) => (/\/sockets\/over-/.test(id) ? 'buses' : undefined)

export default defineConfig(({ isSsrBuild }) => ({
  resolve: { alias: { '~/': folder('./app/'), '#db/': folder('./db/'), ...(isSsrBuild ? elements : {}) } },
  server: { host: '127.0.0.1' },
  build: { target: 'es2022', rollupOptions: isSsrBuild ? { output: { manualChunks: apart } } : {} },
  plugins: [
    remix({
      // A fresh build is made beside the one in use and takes its place when it is whole (app/start/build.ts).
      buildDirectory: process.env.KAIMEN_BUILD ?? 'build',
      // Single fetch and lazy route discovery stay off: both carry unfixed advisories in this line (README, Lifecycle).
      future: {
        v3_routeConfig: true,
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: false,
        v3_lazyRouteDiscovery: false,
      },
    }),
  ],
}))
