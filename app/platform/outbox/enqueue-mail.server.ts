import { sql } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { mails, type MailBody } from '#db/schema/platform'
import { prepared, type Db } from '../database.server'

export interface OutgoingMail {
  /** What makes this mail the same mail: a second one with the key is not written. */
  readonly key: string
  readonly businessId: string | null
  readonly template: string
  /** An address, without a name. */
  readonly to: string
  readonly subject: string
  readonly html: string
  readonly text: string
  /** Stands before the house's own address as the sender: a business's name. */
  readonly fromName?: string
  readonly replyTo?: string | null
  readonly headers?: MailBody['headers']
  /** Content as text, which is encoded when it is sent, or already in base64 where `encoding` says so. */
  readonly attachments?: MailBody['attachments']
}

/** Writes a mail in the transaction that calls for it; it leaves after commit. Answers false where its key is written already. */
export function enqueueMail(db: Db, ctx: Pick<Ctx, 'now' | 'newId'>, mail: OutgoingMail): boolean {
  const message: MailBody = {
    fromName: mail.fromName ?? null,
    replyTo: mail.replyTo ?? null,
    html: mail.html,
    text: mail.text,
    headers: mail.headers ?? [],
    attachments: mail.attachments ?? [],
  }
  const { changes } = insertMail(db).run({
    id: ctx.newId(),
    key: mail.key,
    businessId: mail.businessId,
    template: mail.template,
    to: mail.to,
    subject: mail.subject.replaceAll(/\s+/g, ' ').trim(),
    message,
    at: ctx.now,
  })
  return changes > 0
}

const insertMail = prepared((db) =>
  db
    .insert(mails)
    .values({
      id: sql.placeholder('id'),
      key: sql.placeholder('key'),
      businessId: sql.placeholder('businessId'),
      template: sql.placeholder('template'),
      to: sql.placeholder('to'),
      subject: sql.placeholder('subject'),
      message: sql.placeholder('message'),
      status: 'waiting',
      nextAt: sql.placeholder('at'),
      createdAt: sql.placeholder('at'),
    })
    .onConflictDoNothing({ target: mails.key })
    .prepare(),
)
