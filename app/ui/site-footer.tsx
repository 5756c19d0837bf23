import type { ReactNode } from 'react'

export type FooterFact = { label: ReactNode; value?: ReactNode; href?: string; lang?: string }

export type SiteFooterProps = {
  /** 主办单位, 电话, ICP 备案, 公安备案, 政府网站标识码 … in order; one without a value is not shown. */
  facts?: readonly FooterFact[]
  links?: readonly { href: string; label: ReactNode }[]
  linksLabel?: string
  children?: ReactNode
}

export function SiteFooter({ facts = [], links = [], linksLabel, children }: SiteFooterProps) {
  const shown = facts.filter((fact) => fact.value !== undefined && fact.value !== null && fact.value !== '')
  return (
    <footer className="site-footer">
      <div className="wide">
        {links.length > 0 ? (
          <nav aria-label={linksLabel}>
            <ul className="site-footer-links">
              {links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        ) : null}
        {shown.length > 0 ? (
          <dl className="site-footer-facts">
            {shown.map((fact, index) => (
              <div key={index}>
                <dt>{fact.label}</dt>
                <dd lang={fact.lang}>{fact.href ? <a href={fact.href}>{fact.value}</a> : fact.value}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {children ? <div className="site-footer-note">{children}</div> : null}
      </div>
    </footer>
  )
}
