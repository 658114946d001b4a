import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import { clearedMessageCookie, messageIn } from '~/platform/after-act.server'
import { isDemo } from '~/platform/env.server'
import { guarded } from '~/platform/guarded.server'
import { i18nFor } from '~/platform/words/i18n'
import { WordsProvider } from '~/platform/words/use-i18n'
import { useRootData, type RootData } from '~/shells/root-data'
import styles from '~/ui/styles/index.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const loader = guarded({ access: 'public' }, ({ ctx, request, nonce, addHeader, url }): RootData => {
  const message = messageIn(request.headers.get('Cookie'))
  if (message) addHeader('Set-Cookie', clearedMessageCookie())
  const account = ctx.account && { name: ctx.account.name, roles: ctx.account.roles }
  return { language: ctx.i18n.locale, nonce, message, account, demo: isDemo(), here: url.pathname + url.search }
})

/** The document around every page, error pages too. Scripts only where a matched route says `handle = { hydrate: true }`. */
export function Layout({ children }: { children: ReactNode }) {
  const root = useRootData()
  const i18n = i18nFor(root?.language ?? 'en')
  const hydrates = useMatches().some(({ handle }) => typeof handle === 'object' && handle !== null && 'hydrate' in handle && handle.hydrate === true)
  return (
    <WordsProvider value={i18n}>
      <html lang={i18n.locale === 'en' ? 'en-GB' : i18n.locale}>
        <head>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <Meta />
          <Links />
        </head>
        <body>
          {children}
          {hydrates && <Scripts nonce={root?.nonce} />}
        </body>
      </html>
    </WordsProvider>
  )
}

/** What stands where a page is refused before it could say its own title. */
export const meta: MetaFunction = () => [{ title: 'Guildhall' }]

export default function App() {
  return <Outlet />
}

export { StandaloneRefusal as ErrorBoundary } from '~/shells/standalone-refusal'
