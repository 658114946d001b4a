import { createHash } from 'node:crypto'
import type { StandInPerson } from './people'

export interface PageAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly html: string
}

/** Asks who is there. Every choice is a button of one form, so that nothing needs a script. */
export function consentPage(providerName: string, people: readonly StandInPerson[], redirectUri: string): PageAnswer {
  const buttons = people.map(({ subject, name, email, emailVerified }) => {
    const about = email === null ? 'no address' : `${email}${emailVerified ? '' : ', not proven'}`
    return `<button name="person" value="${escaped(subject)}">${escaped(name)} <small>(${escaped(about)})</small></button>`
  })
  const content = `<form method="post">${buttons.join('\n')}
<button name="person" value="">Do not log in</button></form>`
  return page(200, `Log in with ${providerName}`, content, redirectUri)
}

/** What a provider shows instead of leading on where whoever asks is not to be trusted. */
export function refusedPage(why: string): PageAnswer {
  return page(400, 'This log-in cannot be begun', `<p>${escaped(why)}</p>`)
}

/** Leads back to the application. */
export function backTo(redirectUri: string, params: Readonly<Record<string, string>>): PageAnswer {
  const address = new URL(redirectUri)
  for (const [name, value] of Object.entries(params)) address.searchParams.set(name, value)
  return { status: 303, headers: { Location: address.href }, html: '' }
}

const styles = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:0 auto;padding:1rem}
button{font:inherit;min-height:2.75rem;width:100%;margin-block:.25rem;overflow-wrap:anywhere}`
const styleHash = createHash('sha256').update(styles).digest('base64')

function page(status: number, title: string, content: string, redirectUri?: string): PageAnswer {
  // Forms may lead only to this page and, by its redirects, back to the application.
  const targets = redirectUri === undefined ? "'self'" : `'self' ${new URL(redirectUri).origin}`
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
    html: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${styles}</style></head>
<body><main><p>This page stands in for the provider: nobody is asked for a password.</p><h1>${escaped(title)}</h1>${content}</main></body></html>`,
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}
