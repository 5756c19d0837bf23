import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { isBuilt } from '~/start/build'
import type { Settings } from '~/settings.server'
import { findingOf, type Finding } from './finding'

const GB = 1024 ** 3
const LEAST_FREE = 1

export function checkNode(root: string): Finding[] {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } }
  const least = /[\d.]+/.exec(engines.node)![0].split('.').map(Number)
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > least[0]! || (major === least[0] && minor >= least[1]!)
  return [
    { ok, what: 'Node', found: process.versions.node, next: ok ? undefined : `安装 Node ${engines.node} · install Node ${engines.node}` },
  ]
}

/** Without its keys everything sealed is lost: a missing file is harmless only while nothing was sealed. */
export function checkKeyFile(path: string, holdsSealed: boolean): Finding[] {
  const what = '密钥文件 · key file'
  if (!existsSync(path)) {
    if (!holdsSealed) return [{ ok: true, what, found: `${path}（首次启动时生成 · made at the first start）` }]
    return [
      {
        ok: false,
        what,
        found: `${path} 不见了 · is missing`,
        next: '从备份取回；没有它，姓名和联系方式都读不出来 · restore it from the backup: without it no name or contact can be read',
      },
    ]
  }
  try {
    accessSync(path, constants.R_OK)
  } catch {
    return [
      {
        ok: false,
        what,
        found: `${path} 读不到 · cannot be read`,
        next: `用启动网站的账户运行，或 chown · run as the site's own user, or chown ${path}`,
      },
    ]
  }
  if (Buffer.from(readFileSync(path, 'utf8').trim(), 'base64').length !== 32) {
    return [{ ok: false, what, found: `${path} 内容不完整 · is damaged`, next: '从备份取回 · restore it from the backup' }]
  }
  const mode = statSync(path).mode & 0o777
  const ok = (mode & 0o077) === 0
  return [
    {
      ok,
      what,
      found: `${path} ${mode.toString(8).padStart(4, '0')}`,
      next: ok ? undefined : `别人也能读 · others can read it: chmod 600 ${path}`,
    },
  ]
}

export function checkDisk(dataDir: string): Finding {
  let folder = resolve(dataDir)
  while (!existsSync(folder)) folder = dirname(folder)
  const { bavail, bsize } = statfsSync(folder)
  const free = (bavail * bsize) / GB
  const ok = free >= LEAST_FREE
  return {
    ok,
    what: '磁盘 · disk',
    found: `${folder}: ${free.toFixed(1)} GB`,
    next: ok ? undefined : `至少留出 ${LEAST_FREE} GB · keep at least ${LEAST_FREE} GB free`,
  }
}

export async function checkMail(url: string | undefined): Promise<Finding> {
  const what = '邮件 · mail'
  if (!url) return { ok: true, what, found: '未设置 SMTP_URL，通知列入电话清单 · SMTP_URL is not set: messages go onto the call list' }
  return findingOf(what, '检查 SMTP_URL、账号和防火墙 · check SMTP_URL, its account and the firewall', async () => {
    const { createTransport } = await import('nodemailer')
    const transport = createTransport({ url, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 5_000 })
    await transport.verify().finally(() => transport.close())
    return new URL(url).host
  })
}

/** An old build is no fault: the next start makes a new one. */
export function checkBuild(root: string): Finding {
  return {
    ok: true,
    what: '页面 · pages',
    found: isBuilt(root)
      ? '已按现有源码生成 · built from these sources'
      : '下次启动时重新生成，约十秒 · built anew at the next start, about ten seconds',
  }
}

export async function checkPort({ PORT, HOST, BASE_PATH }: Pick<Settings, 'PORT' | 'HOST' | 'BASE_PATH'>): Promise<Finding> {
  const what = '端口 · port'
  const busy = await isBusy(PORT, HOST)
  if (!busy) return { ok: true, what, found: `${PORT} 空闲 · is free` }
  const answer = await fetch(`http://127.0.0.1:${PORT}${BASE_PATH}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.text(),
    () => '',
  )
  if (/^(not )?ready$/.test(answer)) return { ok: true, what, found: `${PORT}: 网站正在运行 · the site is running (${answer})` }
  return {
    ok: false,
    what,
    found: `${PORT} 不能用 · cannot be used (${busy})`,
    next: '换一个 PORT，或停掉占用它的程序；否则启动时会改用下一个空闲端口 · choose another PORT or stop what uses it; else the next free one is taken',
  }
}

const isBusy = (port: number, host: string) =>
  new Promise<string | null>((done) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => done(error.code ?? 'error'))
    probe.listen(port, host, () => probe.close(() => done(null)))
  })
