import { and, asc, eq, inArray, isNotNull, lt, lte, sql } from 'drizzle-orm'
import { day, minute, type Instant } from '~/kernel/time'
import { mails, type MailBody } from '#db/schema/platform'
import { prepared, read, transact, type Db } from '../database.server'
import { env } from '../env.server'
import { confirmed } from '../litefs.server'
import { mailReady, sendMail, type MailMessage, type SendOutcome } from '../mail.server'
import { backOff } from './back-off'

/** So many faults, over about twelve hours, and the admin is shown it. */
export const mostSendings = 10

/** How long a mail that is being sent is left alone: longer than an answer may take. */
const claimFor = 2 * minute

type Mail = typeof mails.$inferSelect

/**
 * Sends what is due, together. A mail is claimed first, by moving its next try ahead, and marked afterwards: a crash in between
 * loses nothing and may send it twice. Its row's id goes along as metadata, so that Postmark's record shows the two as one.
 * Without a token everything waits. Answers how many were sent.
 */
export async function sendDueMails({ now, atMost, send = sendMail }: { now: Instant; atMost: number; send?: (message: MailMessage) => Promise<SendOutcome> }): Promise<number> {
  if (!mailReady().ok || read((db) => dueMails(db).all({ now, atMost: 1 })).length === 0) return 0
  const claimed = claim(now, atMost)
  await confirmed()
  const outcomes = await Promise.all(claimed.map(async (mail) => ({ mail, outcome: await send(messageOf(mail)) })))
  transact((db) => outcomes.forEach(({ mail, outcome }) => mark(db, mail, outcome, now)))
  return outcomes.filter(({ outcome }) => outcome.kind === 'sent').length
}

/** Takes bodies, headers and attachments off mails that are older than 30 days, `atMost` at a time. Answers how many. */
export function purgeMailBodies({ now, atMost }: { now: Instant; atMost: number }): number {
  return transact((db) => {
    const old = db
      .select({ id: mails.id })
      .from(mails)
      .where(and(isNotNull(mails.message), lt(mails.createdAt, now - 30 * day)))
      .orderBy(asc(mails.createdAt))
      .limit(atMost)
      .all()
    for (const { id } of old) {
      // What has waited for 30 days tells nobody anything any more.
      db.update(mails)
        .set({ message: null, status: sql`case when status = 'waiting' then 'failed' else status end` })
        .where(eq(mails.id, id))
        .run()
    }
    return old.length
  })
}

function claim(now: Instant, atMost: number): Mail[] {
  return transact((db) => {
    const due = dueMails(db).all({ now, atMost })
    if (due.length === 0) return []
    return db
      .update(mails)
      .set({ nextAt: now + claimFor, attempts: sql`${mails.attempts} + 1` })
      .where(inArray(mails.id, due.map(({ id }) => id)))
      .returning()
      .all()
  })
}

function mark(db: Db, mail: Mail, outcome: SendOutcome, now: Instant): void {
  db.update(mails).set(changeAfter(mail, outcome, now)).where(eq(mails.id, mail.id)).run()
}

function changeAfter(mail: Mail, outcome: SendOutcome, now: Instant): Partial<Mail> {
  switch (outcome.kind) {
    case 'sent':
      return { status: 'sent', sentAt: now, providerId: outcome.messageId, error: null }
    case 'refused':
      return { status: 'refused', error: outcome.why }
    case 'failed':
      return { status: mail.attempts >= mostSendings ? 'failed' : 'waiting', nextAt: now + backOff(mail.attempts, mail.id), error: outcome.why }
  }
}

function messageOf(mail: Mail): MailMessage {
  const body: MailBody = mail.message ?? { fromName: null, replyTo: null, html: '', text: '', headers: [], attachments: [] }
  return {
    from: senderOf(body.fromName),
    to: mail.to,
    ...(body.replyTo ? { replyTo: body.replyTo } : {}),
    subject: mail.subject,
    html: body.html,
    text: body.text,
    headers: Object.fromEntries(body.headers.map(({ name, value }) => [name, value])),
    attachments: body.attachments.map(({ name, type, content, encoding }) => ({ name, contentType: type, content: encoding ? Buffer.from(content, encoding) : content })),
    metadata: { mail: mail.id },
  }
}

/** The house's own address, with the business's name before it: a quoted string of RFC 5322, 3.2.4. */
function senderOf(name: string | null): string {
  const house = env().MAIL_FROM
  if (name === null) return house
  const address = /<([^>]+)>\s*$/.exec(house)?.[1] ?? house
  return `"${name.replaceAll('"', '’').replaceAll(/[\p{Cc}\s\\]+/gu, ' ').trim()}" <${address.trim()}>`
}

const dueMails = prepared((db: Db) =>
  db
    .select({ id: mails.id })
    .from(mails)
    .where(and(sql`${mails.status} = 'waiting'`, lte(mails.nextAt, sql.placeholder('now'))))
    .orderBy(asc(mails.nextAt))
    .limit(sql.placeholder('atMost'))
    .prepare(),
)
