import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'

// Single fetch decodes with turbo-stream 2.4.1 (CVE-2026-34077), route discovery answers /__manifest
// (CVE-2026-42342, CVE-2026-55685); neither is fixed in this line. tests/front asks the running server.
it('single fetch and lazy route discovery are off, the other flags on', () => {
  const config = readFileSync('vite.config.ts', 'utf8')
  for (const flag of ['v3_singleFetch', 'v3_lazyRouteDiscovery']) expect(config).toContain(`${flag}: false`)
  for (const flag of ['v3_routeConfig', 'v3_fetcherPersist', 'v3_relativeSplatPath', 'v3_throwAbortReason'])
    expect(config).toContain(`${flag}: true`)
})

it('Remix calls turbo-stream and answers the manifest only behind those flags', () => {
  const runtime = createRequire(createRequire(import.meta.url).resolve('@remix-run/node')).resolve('@remix-run/server-runtime')
  const server = readFileSync(runtime.replace(/index\.js$/, 'server.js'), 'utf8')
  expect(server).toContain('v3_lazyRouteDiscovery')
  expect(server).toContain('v3_singleFetch')
  expect(server).not.toContain('turbo-stream')
})
