import { minute, second, type Instant } from '~/kernel/time'
import { read } from '../database.server'
import { registerCheck, registerGauge, type Health } from '../health.server'
import { mailReady } from '../mail.server'
import { oldestMail, oldestUndelivered } from './attention.server'

/** How late the outbox may be before /readyz turns red. */
const eventLimit = 2 * minute
const mailLimit = 15 * minute

/** Adds to /readyz and /metrics how late events and mails are. */
export function registerOutboxChecks(now: () => Instant): void {
  const eventLag = () => lag(read(oldestUndelivered), now())
  const mailLag = () => lag(read(oldestMail), now())
  registerCheck({ name: 'outbox', check: () => checkEvents(eventLag()) })
  registerCheck({ name: 'mail', check: () => checkMails(mailLag()) })
  registerGauge('guildhall_oldest_event_seconds', 'How long the oldest event has waited for a subscriber that is due.', () => eventLag() / second)
  registerGauge('guildhall_oldest_mail_seconds', 'How long the oldest mail has been due.', () => mailLag() / second)
}

function checkEvents(late: number): Health {
  return { ok: late <= eventLimit, detail: late === 0 ? 'everything is delivered' : `the oldest event has waited for ${Math.round(late / second)} s` }
}

// Without a token the house stands, but says from the first moment why its mail does not leave.
function checkMails(late: number): Health {
  const ready = mailReady()
  const waits = late === 0 ? '' : `the oldest mail has been due for ${Math.round(late / second)} s`
  return { ok: late <= mailLimit, detail: [ready.ok ? '' : ready.why, waits].filter(Boolean).join(' ') || 'everything is sent' }
}

function lag(since: Instant | null, now: Instant): number {
  return since === null ? 0 : Math.max(0, now - since)
}
