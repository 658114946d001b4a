import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'

/** Where a mail's link no longer works: why, and how to get another. */
export function DeadLink({ href, children }: { href: string; children: ReactNode }) {
  const i18n = useI18n()
  return (
    <div className="stack loose narrow">
      <header className="stack tight">
        <h1>{i18n.t('This link no longer works')}</h1>
        <p className="soft">{i18n.t('A link can be used once, and it runs out after a while. A newer mail may have replaced it.')}</p>
      </header>
      <Actions>
        <Button href={href}>{children}</Button>
      </Actions>
    </div>
  )
}
