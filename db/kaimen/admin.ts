import { createAdministrator, createSetUpLink } from '~/accounts/invitations-writes.server'
import { i18nFor } from '~/i18n'
import type { Settings } from '~/settings.server'
import { withDatabase } from './database'
import { openTerminal } from './terminal'

/** An administrator with a password typed here, or the one-time link of a county that has none yet. */
export function makeAdministrator(settings: Settings): Promise<boolean> {
  return withDatabase(settings, async () => {
    const terminal = openTerminal()
    try {
      const name = await terminal.ask('姓名 · name:')
      const contact = await terminal.ask('手机号码或邮箱 · mobile number or mail address:')
      const password = await terminal.askHidden(
        '密码，至少15位；不填则得到一次性链接 · password of at least 15; empty for a one-time link:',
      )
      if (!password) return printLink(settings)
      if (password !== (await terminal.askHidden('再输入一次 · once more:')))
        throw new Error('两次输入的密码不同，没有建立账号 · the passwords differ; nothing was made')
      return await make({ name, contact, password })
    } finally {
      terminal.close()
    }
  })
}

async function make(given: { name: string; contact: string; password: string }) {
  if (!given.name) throw new Error('没有填姓名，没有建立账号 · without a name nothing was made')
  const made = await createAdministrator(given)
  if (!made.ok) throw new Error(`${sentence('zh-CN', made.why)} · ${sentence('en', made.why)}`)
  console.log(`✔ 已建立管理员账号：${given.name} · the administrator's account is made`)
  return true
}

const sentence = (lang: 'zh-CN' | 'en', why: (Awaited<ReturnType<typeof createAdministrator>> & { ok: false })['why']) =>
  i18nFor(lang).t(`accounts:why.${why}`)

async function printLink({ PUBLIC_URL, PORT, BASE_PATH }: Settings) {
  const path = await createSetUpLink()
  if (!path)
    throw new Error(
      '已经有管理员：请其在“工作台—人员”中邀请，或在这里输入密码 · there is an administrator who can invite at the desk; or type a password here',
    )
  console.log(`首次设置（只能用一次）· one-time set-up   ${PUBLIC_URL ?? `http://localhost:${PORT}`}${BASE_PATH}${path}`)
  return true
}
