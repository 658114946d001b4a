import { createHash } from 'node:crypto'
import type Stripe from 'stripe'
import type { Account } from './account'
import { askWhoPays, decline, failWhoPays, intentOf, pay, sessionNow } from './checkout'
import { shown } from './currencies'
import { Refusal } from './refusal'

/** An answer of the hosted page: HTML, or the way back to the application. */
export interface PageAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly html: string
}

/** Shows the page of a session. */
export function showPage(account: Account, id: string): PageAnswer {
  const session = sessionOrNone(account, id)
  if (!session) return page(404, 'There is no such payment', '<p>The address may be incomplete.</p>')
  if (session.status !== 'open') return page(410, 'This payment page is closed', closedWords(session))
  const intent = intentOf(account, session)
  const asks = intent?.status === 'requires_action'
  return page(200, asks ? 'Your bank asks who you are' : `Pay ${amountOf(session)}`, asks ? askForm : payForm(account, session, intent), session)
}

/** Does what a button says. */
export function pressButton(account: Account, id: string, button: string | null): PageAnswer {
  const session = sessionOrNone(account, id)
  if (!session) return showPage(account, id)
  // A second press of the button finds the payment made.
  if (session.status === 'complete') return back(session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id))
  if (session.status !== 'open') return showPage(account, id)
  switch (button) {
    case 'pay':
    case 'confirm':
      pay(account, session)
      return back(session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id))
    case 'abandon':
      return back(session.cancel_url)
    case 'decline':
      decline(account, session)
      return back(session.url)
    case 'authenticate':
      askWhoPays(account, session)
      return back(session.url)
    case 'refuse':
      failWhoPays(account, session)
      return back(session.url)
    default:
      return page(400, 'There is no such button', '<p>Go back and press one that is there.</p>')
  }
}

/** What the page answers where the stand-in was told to fail. */
export function failedPage(status: number): PageAnswer {
  return page(status, 'Something went wrong', '<p>The stand-in was told to fail. Go back and try again.</p>')
}

function sessionOrNone(account: Account, id: string): Stripe.Checkout.Session | undefined {
  try {
    return sessionNow(account, id)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function back(to: string | null | undefined): PageAnswer {
  if (!to) return page(400, 'There is no way back', '<p>The session names no page to return to.</p>')
  return { status: 303, headers: { Location: to }, html: '' }
}

const askForm = `<p>This is where the bank would send a code to the telephone of the card’s owner.</p>
<form method="post"><button name="do" value="confirm">It is me, pay</button> <button name="do" value="refuse">It is not me</button></form>`

function payForm(account: Account, session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | undefined): string {
  const lines = account.store.get('basket', session.id)?.lines ?? []
  const rows = lines.map(({ description, quantity, amount_total, currency }) => {
    const times = quantity !== null && quantity > 1 ? ` × ${quantity}` : ''
    return `<tr><td>${escaped(description ?? '')}${times}</td><td>${shown(amount_total, currency)}</td></tr>`
  })
  const error = intent?.last_payment_error?.message
  return `${error ? `<p role="alert">${escaped(error)}</p>` : ''}
<table><tbody>${rows.join('')}</tbody><tfoot><tr><th scope="row">Total</th><td>${amountOf(session)}</td></tr></tfoot></table>
${session.customer_email ? `<p>${escaped(session.customer_email)}</p>` : ''}
<p>Open until <time>${new Date(session.expires_at * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC</time>.</p>
<form method="post"><button name="do" value="pay">Pay ${amountOf(session)}</button>
<button name="do" value="decline">Pay with a card that is declined</button>
<button name="do" value="authenticate">Pay with a card whose bank asks who you are</button>
${session.cancel_url ? '<button name="do" value="abandon">Go back without paying</button>' : ''}</form>`
}

function closedWords(session: Stripe.Checkout.Session): string {
  return session.status === 'complete' ? '<p>It has been paid.</p>' : '<p>Its time ran out, or it was withdrawn. Nothing was charged.</p>'
}

function amountOf(session: Stripe.Checkout.Session): string {
  return shown(session.amount_total ?? 0, session.currency ?? '')
}

const styles = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:0 auto;padding:1rem}
table{border-collapse:collapse;width:100%}th,td{text-align:start;padding:.5rem 0;border-top:1px solid}td:last-child{text-align:end}
button{font:inherit;min-height:2.75rem;width:100%;margin-block:.25rem}[role=alert]{border:2px solid;padding:.5rem}`
const styleHash = createHash('sha256').update(styles).digest('base64')

// Forms may lead only to this page and, by its redirects, back to the application that opened the session.
function page(status: number, title: string, content: string, session?: Stripe.Checkout.Session): PageAnswer {
  const ways = [session?.success_url, session?.cancel_url].flatMap((url) => (url ? [new URL(url).origin] : []))
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `form-action ${["'self'", ...new Set(ways)].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'X-Content-Type-Options': 'nosniff',
    },
    html: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${styles}</style></head>
<body><main><p>This page stands in for Stripe: no money moves.</p><h1>${escaped(title)}</h1>${content}</main></body></html>`,
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}
