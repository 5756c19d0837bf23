import type { ReactNode } from 'react'
import { DoorMark } from './icons'

export type NavItem = { href: string; label: ReactNode; current?: boolean }

export type SiteHeaderProps = {
  name: ReactNode
  tagline?: ReactNode
  homeHref: string
  /** Text of the badge beside the name, e.g. 演示; nothing when absent. */
  demo?: ReactNode
  nav?: readonly NavItem[]
  navLabel?: string
  /** Name of the row of tools (language, display, account) for screen readers. */
  toolsLabel?: string
  language?: ReactNode
  display?: ReactNode
  /** Size of the text, in elder mode. */
  text?: ReactNode
  account?: ReactNode
}

export function SiteHeader({
  name,
  tagline,
  homeHref,
  demo,
  nav = [],
  navLabel,
  toolsLabel,
  language,
  display,
  text,
  account,
}: SiteHeaderProps) {
  return (
    <header className="site-header">
      <div className="site-header-top wide">
        <div className="site-identity">
          <a className="site-name" href={homeHref}>
            <DoorMark />
            <span className="site-name-words">
              <span className="site-name-text">{name}</span>
              {tagline ? <span className="site-tagline">{tagline}</span> : null}
            </span>
          </a>
          {demo ? <strong className="site-demo">{demo}</strong> : null}
        </div>
        {language || display || account ? (
          <div className="site-tools" role="group" aria-label={toolsLabel}>
            {display}
            {language}
            {account}
            {text}
          </div>
        ) : null}
      </div>
      {nav.length > 0 ? (
        <nav className="site-nav" aria-label={navLabel}>
          <ul className="wide">
            {nav.map((item) => (
              <li key={item.href}>
                <a href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </header>
  )
}
