import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const alias = { '~/': folder('../app/'), '#db/': folder('../db/') }

export default defineConfig({
  root: folder('..'),
  resolve: { alias },
  test: {
    env: { KEY_FILE: join(tmpdir(), `kaimen-test-${process.pid}.key`), LOG_LEVEL: 'silent' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      // What needs no database: rules, forms, words, components.
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/*/{rules,forms,words,*.unit}.test.{ts,tsx}', 'tests/{ui,drafts,web,house}/*.test.{ts,tsx}'],
          // Nothing here keeps anything from one file to the next.
          isolate: false,
          maxWorkers: 2,
        },
      },
      // What is true only on a real PostgreSQL.
      {
        extends: true,
        test: {
          name: 'db',
          include: ['tests/*/*.test.{ts,tsx}'],
          exclude: ['tests/*/{rules,forms,words,*.unit}.test.{ts,tsx}', 'tests/{ui,drafts,web,house}/*.test.{ts,tsx}', 'node_modules/**'],
          globalSetup: folder('support/global-setup.ts'),
          // Each file has a database of its own and leaves nothing else behind (support/database.ts).
          isolate: false,
          // Half of these wait: for a server that starts, a clock, a connection that is lost.
          maxWorkers: 3,
        },
      },
    ],
  },
})
