import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'
import { afterAll, expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const { forbidden, options } = require('../boundaries.cjs') as { forbidden: (IForbiddenRuleType & { name: string })[]; options: object }

// Each rule is broken once, in a small tree of the same shape as the repository.
const seeded: [rule: string, file: string, text: string][] = [
  ['no-cycles', 'app/comments/reads.server.ts', "import '../reports/reads.server'"],
  ['rules-are-pure', 'app/comments/rules.ts', "import 'zod'"],
  ['rules-know-no-server', 'app/reports/rules.ts', "import '../comments/reads.server'"],
  ['forms-know-only-zod-and-rules', 'app/comments/forms.ts', "import '../../db/schema/comments'"],
  ['only-reads-and-writes-touch-db', 'app/comments/pages/show.tsx', "import '../../../db/schema/comments'"],
  ['a-table-is-written-by-one-domain', 'app/reports/writes.server.ts', "import '../../db/schema/comments'"],
  ['domains-meet-only-at-rules-reads-and-verbs', 'app/reports/desk/point.tsx', "import '../../comments/secret'"],
  ['shared-folders-know-no-domain', 'app/ui/button.tsx', "import '../comments/reads.server'"],
  ['parts-are-for-the-browser', 'app/comments/parts/form.tsx', "import '../reads.server'"],
  ['pages-are-never-imported', 'app/comments/desk/list.tsx', "import '../pages/show'"],
  ['socket-io-in-one-place', 'app/comments/forms.ts', "import 'socket.io'"],
  ['remix-stays-at-the-edge', 'app/reports/writes.server.ts', "import '@remix-run/node'"],
  ['lucia-in-one-place', 'app/accounts/reads.server.ts', "import 'lucia'"],
  ['db-knows-nothing-of-app', 'db/schema/comments.ts', "import '../../app/comments/secret'"],
  ['server-reaches-app-through-the-build', 'server.ts', "import './app/comments/reads.server'"],
  ['no-drawers', 'app/comments/secret.ts', "import './utils'"],
]

const root = `test-results/boundaries-${process.pid}`
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('every rule of the house bites', async () => {
  const files = new Map<string, string>()
  for (const [, file, text] of seeded) files.set(file, `${files.get(file) ?? ''}${text}\n`)
  files.set('app/reports/reads.server.ts', "import '../comments/reads.server'\n")
  files.set('app/comments/utils.ts', '')
  for (const name of ['zod', 'socket.io', 'lucia', '@remix-run/node']) files.set(`node_modules/${name}/index.js`, '')
  for (const [file, text] of files) {
    mkdirSync(dirname(`${root}/${file}`), { recursive: true })
    writeFileSync(`${root}/${file}`, text)
  }
  const { output } = await cruise(['app', 'db', 'server.ts'], {
    ...options,
    baseDir: root,
    tsConfig: undefined,
    ruleSet: { forbidden },
    validate: true,
  })
  const found = new Set((output as ICruiseResult).summary.violations.map((each) => each.rule.name))
  expect(forbidden.map((rule) => rule.name).filter((name) => !found.has(name))).toEqual([])
})

it('every rule has a seeded violation', () => {
  expect(seeded.map(([rule]) => rule).toSorted()).toEqual(forbidden.map((rule) => rule.name).toSorted())
})
