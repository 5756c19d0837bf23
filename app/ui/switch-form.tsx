import type { ReactNode } from 'react'

export type SwitchFormProps = {
  action: string
  /** Sent with the press: { lang: 'en', to: '/consultations' }. */
  fields?: Readonly<Record<string, string>>
  icon?: ReactNode
  lang?: string
  pressed?: boolean
  children: ReactNode
}

/** One button that changes a setting: a POST form, so that it works without JavaScript and never by a prefetch. */
export const SwitchForm = ({ action, fields = {}, icon, lang, pressed, children }: SwitchFormProps) => (
  <form className="switch-form" method="post" action={action}>
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <button className="tool" type="submit" lang={lang} aria-pressed={pressed}>
      {icon}
      <span>{children}</span>
    </button>
  </form>
)

/** A link that stands among the switches (sign in, my page). */
export const ToolLink = ({ href, icon, children }: { href: string; icon?: ReactNode; children: ReactNode }) => (
  <a className="tool" href={href}>
    {icon}
    <span>{children}</span>
  </a>
)
