import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { IconName } from './icons/names'

export type ButtonVariant = 'primary' | 'quiet' | 'danger' | 'plain'

interface ButtonProps {
  readonly children: ReactNode
  readonly variant?: ButtonVariant
  readonly wide?: boolean
  readonly icon?: IconName
  /** Makes it a link that looks like a button. */
  readonly href?: string
  readonly name?: string
  readonly value?: string
  /** The id of the form it sends, where it stands outside of it. */
  readonly form?: string
  /** Sends the form to another address than the form's own. */
  readonly formAction?: string
  /** Sends it in another way than the form's own: `get` where it only leads to a page that asks. */
  readonly formMethod?: 'get' | 'post'
  /** Sends what is not complete, as "Back" or "Add a row" do. */
  readonly formNoValidate?: boolean
}

export function Button({ children, variant = 'primary', wide, icon, href, ...submit }: ButtonProps) {
  const className = classNames('button', variant !== 'primary' && variant, wide && 'wide')
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {icon && ' '}
      {children}
    </>
  )
  if (href !== undefined) {
    return (
      <a className={className} href={href}>
        {content}
      </a>
    )
  }
  return (
    <button type="submit" className={className} {...submit}>
      {content}
    </button>
  )
}

/** Buttons in a row; below each other on a phone. `small` is for lists and title lines. */
export function Actions({ children, small }: { children: ReactNode; small?: boolean }) {
  return <div className={classNames('actions', small && 'small')}>{children}</div>
}

interface PostButtonProps {
  readonly action: string
  readonly fields?: Readonly<Record<string, string>>
  readonly children: ReactNode
  readonly variant?: ButtonVariant
  readonly icon?: IconName
}

/** An act in one button: a form of its own with everything in hidden fields. */
export function PostButton({ action, fields = {}, children, variant = 'quiet', icon }: PostButtonProps) {
  return (
    <form method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button variant={variant} icon={icon}>
        {children}
      </Button>
    </form>
  )
}
