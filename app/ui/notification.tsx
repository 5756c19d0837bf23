import type { ReactNode } from 'react'
import { CheckIcon, InfoIcon, WarningIcon } from './icons'

export type NotificationProps = {
  tone?: 'info' | 'success' | 'warning'
  title: ReactNode
  /** Something that just happened is announced; standing information is not. */
  announce?: boolean
  children?: ReactNode
}

const icons = { info: InfoIcon, success: CheckIcon, warning: WarningIcon }

export function Notification({ tone = 'info', title, announce = false, children }: NotificationProps) {
  const ToneIcon = icons[tone]
  return (
    <div className={`notification is-${tone}`} role={announce ? 'status' : undefined}>
      <ToneIcon />
      <div className="notification-text">
        <p className="notification-title">{title}</p>
        {children}
      </div>
    </div>
  )
}
