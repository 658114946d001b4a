import { join } from 'node:path'
import type { KeptMessage } from '../fakes/postmark/mailroom'
import { standInToken, startPostmark } from '../fakes/postmark/postmark'
import type { Books } from '../fakes/stripe/control'
import type { Rule } from '../fakes/stripe/rules'
import { standInKey, standInWebhookSecret, startStripe } from '../fakes/stripe/stripe'
import { ask, type Answer } from '../load/client'

/** Stripe and Postmark as they go on beside servers that come and go. */
export interface Neighbours {
  /** What a server is started with to know them. */
  readonly env: Readonly<Record<string, string>>
  books(): Promise<Books>
  tell(rule: Rule): Promise<void>
  /** Every mail that was taken. */
  mails(): Promise<readonly KeptMessage['message'][]>
  /** Presses a button of a payment page; where it leads to is in the answer. */
  press(session: string, button: 'pay' | 'decline' | 'abandon'): Promise<Answer>
  close(): Promise<void>
}

/** Opens both in this process, with their state in a folder. `app`: the origin that is told by webhook. */
export async function startNeighbours(folder: string, app: string, now: () => number): Promise<Neighbours> {
  const postmark = await startPostmark({ port: 0, stateFile: join(folder, 'postmark.jsonl'), now })
  const stripe = await startStripe({ port: 0, stateFile: join(folder, 'stripe.db'), app, now })
  const read = async <Body>(url: string) => JSON.parse((await ask(url, { path: '' })).body.toString()) as Body
  return {
    env: {
      POSTMARK_HOST: new URL(postmark.url).host,
      POSTMARK_TOKEN: standInToken,
      STRIPE_HOST: new URL(stripe.url).host,
      STRIPE_KEY: standInKey,
      STRIPE_WEBHOOK_SECRET: standInWebhookSecret,
    },
    books: () => read<Books>(`${stripe.url}/__books`),
    tell: async (rule) => {
      const answer = await fetch(`${stripe.url}/__control`, { method: 'POST', body: JSON.stringify(rule) })
      if (!answer.ok) throw new Error(`The stand-in does not know this rule: ${await answer.text()}`)
    },
    mails: async () => (await read<{ messages: KeptMessage[] }>(`${postmark.url}/__messages`)).messages.map(({ message }) => message),
    press: (session, button) => ask(stripe.url, { method: 'POST', path: `/c/pay/${session}`, form: { do: button } }),
    close: async () => {
      await Promise.all([stripe.close(), postmark.close()])
    },
  }
}

/** The payment page's session that an answer leads to; null where it leads elsewhere. */
export function sessionIn(location: string | null): string | null {
  return /\/c\/pay\/(\w+)$/.exec(location ?? '')?.[1] ?? null
}

/** Path and query of where an answer leads, on whichever server. */
export function pathIn(location: string | null): string {
  const to = new URL(location ?? '', 'http://localhost')
  return to.pathname + to.search
}
