import type { ReactNode } from 'react'
import { ErrorSummary } from '~/ui/error-summary'

interface FormPageProps {
  /** conform's FormMetadata fits. */
  readonly form: { readonly id: string; readonly allErrors: Readonly<Record<string, string[]>> }
  readonly title: string
  readonly about?: ReactNode
  /** Where it is sent; the page itself unless told. */
  readonly action?: string
  readonly children: ReactNode
  /** What stands below the form. */
  readonly after?: ReactNode
}

/** A page that is one form: what is wrong at the top, a heading, the fields. */
export function FormPage({ form, title, about, action, children, after }: FormPageProps) {
  return (
    <div className="stack loose narrow">
      <ErrorSummary form={form} />
      <header className="stack tight">
        <h1>{title}</h1>
        {about && <p className="soft">{about}</p>}
      </header>
      <form className="stack keep" id={form.id} method="post" action={action}>
        {children}
      </form>
      {after}
    </div>
  )
}
