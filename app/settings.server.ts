import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z.enum(['on', 'off'])
const port = z.coerce.number().int().min(1).max(65535)
const address = (...schemes: string[]) =>
  z.string().refine(
    (value) => {
      const url = URL.parse?.(value) ?? safeUrl(value)
      return url !== null && schemes.includes(url.protocol.slice(0, -1))
    },
    { error: `must be an address that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`, abort: true },
  )

function safeUrl(value: string) {
  try {
    return new URL(value)
  } catch {
    return null
  }
}

const isRedis = ({ pathname, username, password }: URL) => /^\/?\d*$/.test(pathname) && !/%(?![0-9a-f]{2})/i.test(username + password)

/** Every setting there is. README and .env.example list the same names; a test compares them. */
export const settingsSchema = z.object({
  PORT: port.default(3000).describe('Port of the website; when it is busy the next free one is taken'),
  HOST: z.string().default('0.0.0.0').describe('Address to listen on; with --dev 127.0.0.1'),
  DATA_DIR: z.string().default('./data').describe('Embedded database and key file'),
  DATABASE_URL: address('postgres', 'postgresql')
    .optional()
    .describe('PostgreSQL 15–18 of your own; without it an embedded one is started'),
  DATABASE_OWNER_URL: address('postgres', 'postgresql')
    .optional()
    .describe('Login that owns the tables, used by migrations only; default: DATABASE_URL'),
  REDIS_URL: address('redis', 'rediss')
    .refine((value) => isRedis(safeUrl(value)!), 'must be an address like redis://:PASSWORD@redis.example:6379/0')
    .optional()
    .describe('Redis that several processes tell each other by, quicker than by asking PostgreSQL; only with DATABASE_URL'),
  PUBLIC_URL: address('http', 'https').optional().describe('Address under which residents reach the site, without path'),
  BASE_PATH: z
    .string()
    .regex(/^(\/[a-z0-9-]+)*$/, 'must be empty or like /kaimen')
    .default('')
    .describe('Path below which the site lives on a shared domain'),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .describe('Addresses of proxies in front, comma separated; needed behind one, or all residents count as one address'),
  KEY_FILE: z
    .string()
    .optional()
    .describe('Keys that seal residents’ names and contacts; made on first start (default: DATA_DIR/kaimen.key)'),
  SMTP_URL: address('smtp', 'smtps').optional().describe('Way out for mail'),
  MAIL_FROM: z.string().default('kaimen@localhost').describe('Sender of mail'),
  SMS_URL: address('http', 'https')
    .refine(
      (value) => Boolean(safeUrl(value)?.password),
      'must carry the signing key as its password, like https://kaimen:KEY@gateway.example/send',
    )
    .optional()
    .describe('Gateway of your own that sends text messages; receives a JSON call signed with the password in the address'),
  METRICS_PORT: port.optional().describe('Port for Prometheus metrics, loopback only'),
  DEMO: flag.default('on').describe('off: start an empty county and print a one-time set-up link'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info').describe('How much is logged'),
})

export type Settings = z.infer<typeof settingsSchema> & { KEY_FILE: string }

/** @throws Error with one line per wrong setting. */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = settingsSchema.safeParse(given)
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const settings = parsed.data
  return { ...settings, KEY_FILE: resolve(settings.KEY_FILE ?? `${settings.DATA_DIR}/kaimen.key`) }
}
