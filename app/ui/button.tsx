import type { ComponentPropsWithoutRef, ReactNode } from 'react'

type Look = { variant?: 'primary' | 'secondary' | 'warning'; icon?: ReactNode; small?: boolean }

export type ButtonProps = Look & Omit<ComponentPropsWithoutRef<'button'>, 'style' | 'className'>
export type LinkButtonProps = Look & Omit<ComponentPropsWithoutRef<'a'>, 'style' | 'className' | 'href'> & { href: string }

const classes = (variant: string, small?: boolean) => `button is-${variant}${small ? ' is-small' : ''}`

export const Button = ({ variant = 'primary', icon, small, type = 'submit', children, ...rest }: ButtonProps) => (
  <button {...rest} type={type} className={classes(variant, small)}>
    {icon}
    <span>{children}</span>
  </button>
)

/** Looks like a button and goes somewhere; what changes something is a Button in a form. */
export const LinkButton = ({ variant = 'primary', icon, small, children, ...rest }: LinkButtonProps) => (
  <a {...rest} className={classes(variant, small)}>
    {icon}
    <span>{children}</span>
  </a>
)
