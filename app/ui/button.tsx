import type { ComponentPropsWithoutRef, ReactNode } from 'react'

type Look = { variant?: 'primary' | 'secondary' | 'warning'; icon?: ReactNode; small?: boolean }

export type ButtonProps = Look & Omit<ComponentPropsWithoutRef<'button'>, 'style' | 'className'>
export type LinkButtonProps = Look & { href: string; lang?: string; target?: string; children: ReactNode }

const classes = (variant: string, small?: boolean) => `button is-${variant}${small ? ' is-small' : ''}`

export const Button = ({ variant = 'primary', icon, small, type = 'submit', children, ...rest }: ButtonProps) => (
  <button {...rest} type={type} className={classes(variant, small)}>
    {icon}
    <span>{children}</span>
  </button>
)

/** Looks like a button and goes somewhere; what changes something is a Button in a form. */
export const LinkButton = ({ href, lang, target, variant = 'primary', icon, small, children }: LinkButtonProps) => (
  <a href={href} lang={lang} target={target} className={classes(variant, small)}>
    {icon}
    <span>{children}</span>
  </a>
)
