/** Who may know whom. Checked by `npm run check`; tests/house/boundaries.test.ts seeds a violation of each rule. */
const shared = '^app/(calendar|working-days|drafts|record|messages|jobs|files|tickets|web|ui)/'
const domain =
  '^app/(accounts|county|consultations|comments|moderation|reports|open-days|registrations|party-details|draws|check-ins|visit-reports|feedback|live)/'
const live = { dependencyTypesNot: ['type-only'] }

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'rules-are-pure',
      comment: 'A rule is a question with an answer: no clock, no SQL, no request, no library.',
      severity: 'error',
      from: { path: '/rules\\.ts$' },
      to: { pathNot: ['/rules\\.ts$', '^app/decision\\.ts$', '^app/calendar/', '^app/drafts/', '^app/[a-z-]+/[a-z-]+\\.ts$'], ...live },
    },
    {
      name: 'rules-know-no-server',
      severity: 'error',
      from: { path: '/rules\\.ts$' },
      to: { path: ['\\.server\\.tsx?$', '^db/', '/forms\\.ts$'], ...live },
    },
    {
      name: 'forms-know-only-zod-and-rules',
      severity: 'error',
      from: { path: '^app/.*/forms\\.ts$' },
      to: { path: ['\\.server\\.tsx?$', '^db/', '/pages/', '/desk/', '^node_modules/(?!zod)'], ...live },
    },
    {
      name: 'only-reads-and-writes-touch-db',
      severity: 'error',
      from: {
        path: '^app/',
        pathNot: [
          '(reads|writes|session|storage|worker|retention|clock|layout|wiring)[a-z-]*\\.server\\.tsx?$',
          '^app/[a-z-]+/[a-z-]*(reads|writes)[a-z-]*\\.server\\.ts$',
          '^app/jobs/',
          '^app/start/',
        ],
      },
      to: { path: '^db/', ...live },
    },
    {
      name: 'a-table-is-written-by-one-domain',
      comment: 'Joins may read other tables; writing them is the other domain’s verb.',
      severity: 'error',
      from: { path: '^app/([a-z-]+)/[a-z-]*writes[a-z-]*\\.server\\.ts$' },
      to: { path: '^db/schema/', pathNot: ['^db/schema/$1\\.ts$', '^db/schema/columns\\.ts$'], ...live },
    },
    {
      name: 'domains-meet-only-at-rules-reads-and-verbs',
      severity: 'error',
      from: { path: domain },
      to: {
        path: domain,
        pathNot: [
          '^app/$1/',
          '/rules\\.ts$',
          '/[a-z-]*reads[a-z-]*\\.server\\.ts$',
          '/[a-z-]*writes[a-z-]*\\.server\\.ts$',
          '/words\\.ts$',
          '^app/open-days/calendar-file\\.ts$',
          '/parts/',
          '/forms\\.ts$',
        ],
        ...live,
      },
    },
    {
      name: 'shared-folders-know-no-domain',
      severity: 'error',
      from: { path: shared, pathNot: ['/pages/', '/desk/', '^app/web/(frame|page)\\.tsx?$'] },
      to: { path: domain, pathNot: ['/rules\\.ts$'], ...live },
    },
    {
      name: 'parts-are-for-the-browser',
      severity: 'error',
      from: { path: '/parts/' },
      to: { path: ['\\.server\\.tsx?$', '^db/'], ...live },
    },
    { name: 'pages-are-never-imported', severity: 'error', from: { pathNot: '^tests/' }, to: { path: '^app/[a-z-]+/(pages|desk)/' } },
    {
      name: 'socket-io-in-one-place',
      severity: 'error',
      from: { pathNot: ['^app/sockets/', '^server\\.ts$', '^tests/'] },
      to: { path: 'node_modules/socket\\.io' },
    },
    {
      name: 'remix-stays-at-the-edge',
      comment: 'What is allowed, stored and said knows no framework: the day Remix goes, pages and their doors change.',
      severity: 'error',
      from: {
        path: [
          '/[a-z-]*(rules|words|forms)\\.ts$',
          '/[a-z-]*(reads|writes|retention)[a-z-]*\\.server\\.ts$',
          '^app/(calendar|working-days|drafts|record|messages|jobs|files|ui)/(?!.*desk/)',
        ],
      },
      to: { path: ['node_modules/@remix-run/'], ...live },
    },
    {
      name: 'lucia-in-one-place',
      severity: 'error',
      from: { pathNot: '^app/accounts/session\\.server\\.ts$' },
      to: { path: ['node_modules/lucia/', 'node_modules/@lucia-auth/'] },
    },
    {
      name: 'db-knows-nothing-of-app',
      severity: 'error',
      from: { path: '^db/', pathNot: ['^db/demo/', '^db/kaimen'] },
      to: { path: '^app/', ...live },
    },
    {
      name: 'server-reaches-app-through-the-build',
      comment: 'What server.ts imports itself would be loaded a second time by Remix.',
      severity: 'error',
      from: { path: '^server\\.ts$' },
      to: { path: '^app/', pathNot: ['^app/start/', '^app/settings\\.server\\.ts$'], ...live },
    },
    {
      name: 'no-drawers',
      severity: 'error',
      from: {},
      to: {
        path: ['utils', 'util', 'helpers', 'helper', 'common', 'lib', 'misc', 'services', 'service', 'managers', 'manager', 'repositories']
          .flatMap((name) => [`^(app|db|tests)/.*${name}/`, `/${name}\\.tsx?$`])
          .concat('^app/.*/index\\.tsx?$', '^db/.*/index\\.tsx?$'),
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
