import * as z from 'zod'

/** A message as Postmark's API takes it. */
export type PostmarkMessage = z.infer<typeof shape>

/** Postmark's answer to one message; in a batch, refusals stand in the same list. */
export interface PostmarkAnswer {
  readonly ErrorCode: number
  readonly Message: string
  readonly To?: string
  readonly SubmittedAt?: string
  readonly MessageID?: string
}

export const streams = ['outbound', 'broadcast'] as const
export const mostPerBatch = 500
const mostRecipients = 50

const shape = z.object({
  From: z.string().default(''),
  To: z.string().default(''),
  Cc: z.string().nullish(),
  Bcc: z.string().nullish(),
  ReplyTo: z.string().nullish(),
  Subject: z.string().nullish(),
  HtmlBody: z.string().nullish(),
  TextBody: z.string().nullish(),
  Tag: z.string().nullish(),
  Headers: z.array(z.object({ Name: z.string(), Value: z.string() })).nullish(),
  Attachments: z.array(z.object({ Name: z.string(), Content: z.base64(), ContentType: z.string(), ContentID: z.string().nullish() })).nullish(),
  MessageStream: z.string().default('outbound'),
  Metadata: z.record(z.string().max(20), z.string().max(80)).nullish(),
})

/** Reads one message and says what Postmark would say against it: codes of https://postmarkapp.com/developer/api/overview#error-codes */
export function readMessage(input: unknown): { message: PostmarkMessage } | { refusal: PostmarkAnswer } {
  const read = shape.safeParse(input)
  if (!read.success) return no(403, `Incompatible JSON: ${read.error.issues[0]?.path.join('.')} ${read.error.issues[0]?.message}`)
  const message = read.data
  const to = addressesIn(message.To)
  if (!isAddress(addressesIn(message.From)[0])) return no(300, `Invalid 'From' address: '${message.From}'.`)
  if (to.length === 0) return no(300, 'Zero recipients specified')
  const wrong = recipientsOf(message).find((address) => !isAddress(address))
  if (wrong !== undefined) return no(300, `Error parsing 'To': Illegal email address '${wrong}'.`)
  if (recipientsOf(message).length > mostRecipients) return no(300, `You may only send to ${mostRecipients} recipients per message.`)
  if (!message.HtmlBody && !message.TextBody) return no(300, 'Provide either email TextBody or HtmlBody or both.')
  if ((message.Subject ?? '').length > 2000) return no(300, 'The Subject may hold 2000 characters at most.')
  if (!streams.some((stream) => stream === message.MessageStream)) {
    return no(1235, `The stream provided: '${message.MessageStream}' does not exist on this server.`)
  }
  if (message.Attachments?.some(({ Name }) => /\.(exe|bat|com|js|vbs|scr)$/i.test(Name))) return no(411, 'Forbidden attachment type.')
  return { message }
}

/** Everybody a message goes to, as bare addresses in lower case. */
export function recipientsOf(message: PostmarkMessage): string[] {
  return [message.To, message.Cc, message.Bcc].flatMap((list) => addressesIn(list ?? ''))
}

function addressesIn(list: string): string[] {
  // A comma inside quotes belongs to a name.
  return list
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((one) => (/<([^>]*)>\s*$/.exec(one)?.[1] ?? one).trim().toLowerCase())
    .filter((address) => address !== '')
}

function isAddress(address: string | undefined): boolean {
  return address !== undefined && /^[^\s@"]+@[^\s@]+\.[^\s@.]+$/.test(address)
}

function no(ErrorCode: number, Message: string): { refusal: PostmarkAnswer } {
  return { refusal: { ErrorCode, Message } }
}
