import { Errors, ServerClient, type Message } from 'postmark'
import { env } from './env.server'

export interface MailMessage {
  /** MAIL_FROM where it is not said. */
  readonly from?: string
  readonly to: string
  readonly replyTo?: string
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly headers?: Readonly<Record<string, string>>
  readonly attachments?: readonly MailAttachment[]
  /** Postmark keeps what people asked for apart from what is sent to many. */
  readonly messageStream?: 'outbound' | 'broadcast'
  readonly metadata?: Readonly<Record<string, string>>
}

export interface MailAttachment {
  readonly name: string
  readonly contentType: string
  readonly content: string | Uint8Array
}

/** `refused`: no try will ever succeed. `failed`: a later one may; the mail may even have gone out, where an answer got lost. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly messageId: string }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string }

export type MailReadiness = { readonly ok: true } | { readonly ok: false; readonly why: string }

/** Whether mail can be sent at all; `why` is a sentence for /readyz. */
export function mailReady(): MailReadiness {
  return env().POSTMARK_TOKEN ? { ok: true } : { ok: false, why: noToken }
}

const noToken = 'POSTMARK_TOKEN is not set, so mail waits in the outbox.'

/** Hands one message to Postmark, waiting `secondsToWait` at most. Never throws for what Postmark or the network does. */
export async function sendMail(message: MailMessage, secondsToWait = 15): Promise<SendOutcome> {
  const { POSTMARK_TOKEN, POSTMARK_HOST } = env()
  if (!POSTMARK_TOKEN) return { kind: 'failed', why: noToken }
  const client = new ServerClient(POSTMARK_TOKEN, {
    timeout: secondsToWait,
    ...(POSTMARK_HOST ? { requestHost: POSTMARK_HOST, useHttps: false } : {}),
  })
  try {
    const answer = await client.sendEmail(asPostmarkWants(message))
    if (!answer.MessageID) return { kind: 'failed', why: 'Postmark answered without a message id' }
    return { kind: 'sent', messageId: answer.MessageID }
  } catch (error) {
    return outcomeOf(error)
  }
}

function asPostmarkWants(message: MailMessage): Message {
  return {
    From: message.from ?? env().MAIL_FROM,
    To: message.to,
    ...(message.replyTo ? { ReplyTo: message.replyTo } : {}),
    Subject: message.subject,
    HtmlBody: message.html,
    TextBody: message.text,
    Headers: Object.entries(message.headers ?? {}).map(([Name, Value]) => ({ Name, Value })),
    Attachments: (message.attachments ?? []).map(({ name, contentType, content }) => ({
      Name: name,
      ContentType: contentType,
      Content: base64(content),
      ContentID: null,
    })),
    MessageStream: message.messageStream ?? 'outbound',
    ...(message.metadata ? { Metadata: { ...message.metadata } } : {}),
  }
}

function base64(content: string | Uint8Array): string {
  return Buffer.from(typeof content === 'string' ? new TextEncoder().encode(content) : content).toString('base64')
}

// Postmark's codes for a message that is wrong in itself, or whose reader wants none: https://postmarkapp.com/developer/api/overview#error-codes
// The others (no such sender, no credit, account under review) end once somebody has seen to the account.
const wrongForEver = new Set([300, 402, 403, 406, 409, 411])
const tooLarge = 413

function outcomeOf(error: unknown): SendOutcome {
  const why = error instanceof Error ? error.message : String(error)
  if (!(error instanceof Errors.PostmarkError)) return { kind: 'failed', why }
  const refused = (error.statusCode === 422 && wrongForEver.has(error.code)) || error.statusCode === tooLarge
  return { kind: refused ? 'refused' : 'failed', why }
}
