import type { I18n } from '@lingui/core'
import type { Db } from '~/platform/database.server'
import type { Fact } from '~/platform/mail-templates/emails/layout'
import type { OutgoingMail } from '~/platform/outbox/enqueue-mail.server'
import type { Booking } from './queries.server'

/** What a customer is given with a booking by a module that stands after this one: tickets. */
export interface Enclosure {
  /** What its page is called, and where it lies below the booking's own. */
  readonly label: string
  readonly page: '/tickets'
  /** What is said of it in a mail, for those who see no pictures and open no files. */
  readonly facts: readonly Fact[]
  /** Made only where a mail takes them along. */
  readonly attachments: () => NonNullable<OutgoingMail['attachments']>
}

type Enclose = (db: Db, booking: Booking, i18n: I18n, now: number) => Enclosure | null

let enclose: Enclose = () => null

/** Hands over who knows what goes with a booking, once, at start: that module stands after this one. */
export function installEnclosures(find: Enclose): void {
  enclose = find
}

/** What goes with a booking now; null where nothing does. `i18n` of whoever reads it. */
export function enclosureOf(db: Db, booking: Booking, i18n: I18n, now: number): Enclosure | null {
  return enclose(db, booking, i18n, now)
}
