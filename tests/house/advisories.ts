export type Advisory = {
  package: string
  /** Its number, or where it is told. */
  id: string
  what: string
  /** The first version without it; none where it stays. */
  fixedIn?: string
  /** Why we live with it where it stays, what proves that, and until when that was thought through. */
  accepted?: { why: string; proof?: string; until: string }
}

const until = '2027-02-20'

/** What is known against the packages in the lock file; closed networks have no `npm audit`. */
export const advisories: Advisory[] = [
  { package: '@remix-run/server-runtime', id: 'CVE-2026-42342', what: 'A request to /__manifest keeps the server busy', fixedIn: '2.17.5' },
  {
    package: '@remix-run/server-runtime',
    id: 'CVE-2026-55685',
    what: 'The mending of CVE-2026-42342 is incomplete',
    accepted: { why: 'Lazy route discovery is off: the address leads nowhere.', proof: 'tests/front/safe-front.test.ts', until },
  },
  { package: '@remix-run/router', id: 'CVE-2026-22029', what: 'Script by a redirect to an address that was passed in', fixedIn: '1.23.2' },
  {
    package: '@remix-run/router',
    id: 'CVE-2026-40181',
    what: 'A redirect to //host, or with mixed slashes, leaves the site',
    accepted: {
      why: 'What people send becomes a redirect only after returnPath() has found it to stay here.',
      proof: 'tests/front/cross-site.test.ts',
      until,
    },
  },
  { package: 'react-router', id: 'CVE-2025-68470', what: 'A redirect can leave the site', fixedIn: '6.30.2' },
  { package: '@remix-run/react', id: 'CVE-2026-21884', what: 'Script through the keys of ScrollRestoration', fixedIn: '2.17.3' },
  {
    package: '@remix-run/react',
    id: 'CVE-2026-53666',
    what: 'Data of an error chooses a constructor when a page comes alive in the browser',
    accepted: {
      why: 'Residents’ pages load no page script, and errors are made by the server, without what was sent.',
      proof: 'tests/front/safe-front.test.ts',
      until,
    },
  },
  { package: '@remix-run/node', id: 'CVE-2025-61686', what: 'Session files outside their folder', fixedIn: '2.17.2' },
  { package: '@remix-run/express', id: 'CVE-2025-31137', what: 'X-Forwarded-Host from anyone decides the address', fixedIn: '2.16.3' },
  {
    package: 'turbo-stream',
    id: 'CVE-2026-34077',
    what: 'A small body keeps the server busy',
    accepted: {
      why: 'Single fetch is off: the server never loads it. Remix pins this version.',
      proof: 'tests/house/remix-flags.test.ts',
      until,
    },
  },
  { package: 'engine.io', id: 'CVE-2022-21676', what: 'One packet ends the process', fixedIn: '6.1.1' },
  { package: 'socket.io', id: 'CVE-2024-38355', what: 'One packet ends the process', fixedIn: '4.6.2' },
  { package: 'socket.io-parser', id: 'CVE-2023-32695', what: 'One packet ends the process', fixedIn: '4.2.3' },
  { package: 'socket.io-parser', id: 'CVE-2026-33151, CVE-2026-69185', what: 'Announced attachments fill the memory', fixedIn: '4.2.7' },
  { package: 'drizzle-orm', id: 'CVE-2026-39356', what: 'Names given to sql.identifier() and as() are not quoted', fixedIn: '0.45.2' },
  {
    package: 'postgres',
    id: 'porsager/postgres 1154, 1208',
    what: 'A server that dies ends the process, or leaves a connection that never answers',
    accepted: { why: 'Patched here; what runs unpatched does not start.', proof: 'tests/faults/database-killed.test.ts', until },
  },
  {
    package: 'lucia',
    id: 'deprecated by its author',
    what: 'Nobody mends it any more; it stores session ids in clear and knows no absolute limit',
    accepted: {
      why: 'Behind one file that stores hashes and keeps its own limits; the README names the way out.',
      proof: 'tests/accounts/session.test.ts',
      until,
    },
  },
  {
    package: 'vite',
    id: 'CVE-2026-39363, CVE-2026-39364, CVE-2026-53571',
    what: 'Its development server gives away files',
    fixedIn: '6.4.3',
    accepted: { why: 'Ours is mended and serves loopback only; the old one inside @vanilla-extract never serves.', until },
  },
  {
    package: 'esbuild',
    id: 'GHSA-67mh-4wv8-2f99',
    what: 'Its development server answers every site',
    fixedIn: '0.25.0',
    accepted: { why: 'Only its compiler is called; its server is never started.', until },
  },
  {
    package: 'tar',
    id: 'CVE-2026-23745, CVE-2026-23950, CVE-2026-24842',
    what: 'An archive writes outside its folder',
    fixedIn: '7.5.7',
    accepted: { why: 'Comes with cacache, which Remix uses while building; no archive is ever unpacked.', until },
  },
]
