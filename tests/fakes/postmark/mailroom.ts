import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import { StateFile } from '../state-file'
import { readMessage, recipientsOf, type PostmarkAnswer, type PostmarkMessage } from './messages'

/** How the stand-in is told to misbehave: for one recipient or all, for the next few messages or until `deliver`. */
export const ruleShape = z.object({
  mode: z.enum(['deliver', 'bounce', 'complain', 'slow', 'fail']),
  to: z.string().toLowerCase().optional(),
  times: z.number().int().positive().optional(),
  /** `slow`: how long the answer takes, after the message was taken. */
  ms: z.number().int().min(0).default(2000),
  /** `fail`: the status of the answer; nothing is taken. */
  status: z.number().int().min(400).max(599).default(500),
})

export type Rule = z.infer<typeof ruleShape>

/** A message that was taken, as `GET /__messages` shows it. */
export interface KeptMessage {
  readonly id: string
  readonly at: string
  readonly message: PostmarkMessage
  readonly state: 'delivered' | 'bounced' | 'complained'
}

export interface Bounce {
  readonly id: number
  readonly messageId: string
  readonly email: string
  readonly type: 'HardBounce' | 'SpamComplaint'
  readonly at: string
}

type Line =
  | { readonly kind: 'message'; readonly kept: KeptMessage }
  | { readonly kind: 'rule'; readonly id: string; readonly rule: Rule }
  | { readonly kind: 'used'; readonly rule: string }
  | { readonly kind: 'bounce'; readonly bounce: Bounce }
  | { readonly kind: 'activated'; readonly email: string }

/** What Postmark knows, kept in a file that several stand-ins may share. */
export class Mailroom {
  private readonly file: StateFile<Line>
  private readonly kept: KeptMessage[] = []
  private readonly bounced: Bounce[] = []
  private readonly inactive = new Set<string>()
  private rules: { id: string; rule: Rule; left: number }[] = []

  constructor(
    path: string,
    private readonly now: () => number,
  ) {
    this.file = new StateFile(path)
  }

  /** Judges one message, and takes it unless Postmark would refuse it. */
  take(input: unknown, rule: Rule | undefined): PostmarkAnswer {
    this.catchUp()
    const read = readMessage(input)
    if ('refusal' in read) return read.refusal
    const { message } = read
    const inactive = recipientsOf(message).filter((address) => this.inactive.has(address))
    if (inactive.length === recipientsOf(message).length) return inactiveRecipients(inactive)
    const at = new Date(this.now()).toISOString()
    const state = rule?.mode === 'bounce' ? 'bounced' : rule?.mode === 'complain' ? 'complained' : 'delivered'
    const id = randomUUID()
    this.write({ kind: 'message', kept: { id, at, message, state } })
    if (state !== 'delivered') this.bounce(message, id, at, state)
    const note = inactive.length > 0 ? `Message OK, but will not deliver to these inactive addresses: ${inactive.join(', ')}` : 'OK'
    return { To: message.To, SubmittedAt: at, MessageID: id, ErrorCode: 0, Message: note }
  }

  /** The rule for a message, counted as used once. */
  ruleFor(input: unknown): Rule | undefined {
    this.catchUp()
    const read = readMessage(input)
    const recipients = 'message' in read ? recipientsOf(read.message) : []
    const found = this.rules.findLast(({ rule, left }) => left > 0 && (rule.to === undefined || recipients.includes(rule.to)))
    if (!found || found.rule.mode === 'deliver') return undefined
    this.write({ kind: 'used', rule: found.id })
    return found.rule
  }

  addRule(rule: Rule): void {
    this.write({ kind: 'rule', id: randomUUID(), rule })
  }

  /** Lets mail through to an address again that bounced. */
  activate(bounceId: number): Bounce | undefined {
    const bounce = this.bounces().find(({ id }) => id === bounceId)
    if (bounce) this.write({ kind: 'activated', email: bounce.email })
    return bounce
  }

  /** Every message taken, oldest first. */
  messages(to?: string): KeptMessage[] {
    this.catchUp()
    return to === undefined ? this.kept : this.kept.filter(({ message }) => recipientsOf(message).includes(to.toLowerCase()))
  }

  bounces(): Bounce[] {
    this.catchUp()
    return this.bounced
  }

  isInactive(email: string): boolean {
    return this.inactive.has(email)
  }

  close(): void {
    this.file.close()
  }

  private bounce(message: PostmarkMessage, messageId: string, at: string, state: 'bounced' | 'complained'): void {
    const type = state === 'bounced' ? 'HardBounce' : 'SpamComplaint'
    for (const email of recipientsOf(message)) {
      this.write({ kind: 'bounce', bounce: { id: this.bounced.length + 1, messageId, email, type, at } })
    }
  }

  private write(line: Line): void {
    this.file.append(line)
    this.catchUp()
  }

  private catchUp(): void {
    for (const line of this.file.readNew()) this.learn(line)
  }

  private learn(line: Line): void {
    switch (line.kind) {
      case 'message':
        this.kept.push(line.kept)
        return
      case 'bounce':
        this.bounced.push(line.bounce)
        this.inactive.add(line.bounce.email)
        return
      case 'activated':
        this.inactive.delete(line.email)
        return
      case 'rule':
        // A rule replaces what was said before about the same recipient.
        this.rules = this.rules.filter(({ rule }) => rule.to !== line.rule.to)
        this.rules.push({ id: line.id, rule: line.rule, left: line.rule.times ?? Infinity })
        return
      case 'used':
        for (const rule of this.rules) if (rule.id === line.rule) rule.left -= 1
    }
  }
}

function inactiveRecipients(addresses: string[]): PostmarkAnswer {
  const list = addresses.join(', ')
  return {
    ErrorCode: 406,
    Message: `You tried to send to recipient(s) that have been marked as inactive. Found inactive addresses: ${list}. Inactive recipients are ones that have generated a hard bounce, a spam complaint, or a manual suppression.`,
  }
}
