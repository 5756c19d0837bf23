import type { Settings } from '~/settings.server'
import type { Finding } from './finding'

/** A public address has a proxy in front; unless it is named, all residents share its address and one limit. */
export function checkProxies({ PUBLIC_URL, TRUSTED_PROXIES }: Pick<Settings, 'PUBLIC_URL' | 'TRUSTED_PROXIES'>): Finding {
  const what = '前置代理 · proxies'
  if (TRUSTED_PROXIES) return { ok: true, what, found: TRUSTED_PROXIES }
  if (!PUBLIC_URL) return { ok: true, what, found: '未设置 PUBLIC_URL，视为没有代理 · PUBLIC_URL is not set: none is expected' }
  return {
    ok: false,
    what,
    found: '设了 PUBLIC_URL，没有设 TRUSTED_PROXIES：所有居民算作一个地址 · without TRUSTED_PROXIES all residents count as one address',
    next: '把代理的地址填进 TRUSTED_PROXIES；没有代理就填 127.0.0.1 · name the proxy’s address in TRUSTED_PROXIES, or 127.0.0.1 if there is none',
  }
}

/** Its accounts are printed in the README: right for trying out, wrong for an address that strangers know. */
export function checkDemo(isDemo: boolean, { PUBLIC_URL }: Pick<Settings, 'PUBLIC_URL'>): Finding {
  const what = '演示 · demo'
  if (!isDemo) return { ok: true, what, found: '不是演示县 · this is no demo county' }
  return {
    ok: PUBLIC_URL === undefined,
    what,
    found: '演示县：账号和密码是公开的，包括管理员 · a demo county: its accounts are public, the administrator’s too',
    next: '不要让外人连到；正式使用请设 DEMO=off，并用空的数据目录或数据库 · keep strangers out; for real use set DEMO=off, with an empty DATA_DIR or database',
  }
}
