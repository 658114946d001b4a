import bookings from '~/core/bookings/module.server'
import notifications from '~/core/notifications/module.server'
import { deliverDue, fanOut } from '~/platform/outbox/drain.server'
import { installSubscribers } from '~/platform/outbox/subscribers.server'
import type { MailBody } from '#db/schema/platform'
import { rows, theMorning } from './world'

export interface Letter extends MailBody {
  readonly template: string
  readonly to: string
  readonly subject: string
  readonly key: string
}

/** Delivers every event to everybody who tells somebody something, as the outbox would at `now`. Throws where a subscriber fails. */
export function tellEverybody(now = theMorning): void {
  installSubscribers([...notifications.subscribers, ...bookings.subscribers])
  while (fanOut(now) > 0) continue
  const { failed } = deliverDue(now, 1000)
  if (failed > 0) throw new Error(rows<{ error: string }>('SELECT error FROM deliveries WHERE error IS NOT NULL').map(({ error }) => error).join('\n'))
}

/** The mails that are written so far, in their order; of one reader if told. */
export function letters(to?: string): Letter[] {
  return rows<Omit<Letter, keyof MailBody> & { message: string }>('SELECT key, template, "to", subject, message FROM mails ORDER BY created_at, id')
    .filter((mail) => to === undefined || mail.to === to)
    .map(({ message, ...mail }) => ({ ...mail, ...(JSON.parse(message) as MailBody) }))
}

/** The kinds of a person's notifications, the oldest first. */
export function toldInCentre(userId: string): string[] {
  return rows<{ kind: string }>('SELECT kind FROM notifications WHERE user_id = ? ORDER BY created_at, id', userId).map(({ kind }) => kind)
}
