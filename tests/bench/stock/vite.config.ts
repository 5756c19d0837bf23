import { vitePlugin as remix } from '@remix-run/dev'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  resolve: { alias: { '#db/': fileURLToPath(new URL('../../../db/', import.meta.url)) } },
  plugins: [remix()],
})
