import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { formatTimeRange } from '~/kernel/format'
import type { BookingStatus } from '../model/states'
import type { Letter, LetterPart } from './letter.server'

/** A calendar file to attach or to serve. */
export interface CalendarFile {
  readonly name: string
  readonly type: string
  readonly content: string
}

/**
 * A booking as a calendar entry (RFC 5545): the same UID for ever and a SEQUENCE that rises with each change, so that a calendar
 * takes over a move and takes out what was called off. Times are in UTC; each calendar shows them in its own zone.
 */
export function calendarEntry({ booking, business, what, withWhom, parts, zone, where, onlineHref, link, enclosed }: Letter, now: number): CalendarFile {
  const calledOff = isCalledOff(booking.status)
  const enclosure = calledOff ? null : enclosed(now)
  const tickets = enclosure && `${enclosure.label}: ${link.replace('?', `${enclosure.page}?`)}`
  const calendar = ical({ prodId: '//Guildhall//Bookings//EN', method: calledOff ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH })
  calendar.createEvent({
    id: `${booking.id}@guildhall`,
    sequence: booking.sequence,
    stamp: new Date(now),
    start: new Date(booking.startsAt),
    end: new Date(booking.endsAt),
    summary: `${what} · ${business.name}`,
    // One entry for the whole visit; each part of it is told by the clock of the place.
    description: [...parts.map((part) => partLine(booking.language, zone, part)), parts.length === 0 && withWhom, booking.reference, onlineHref, tickets, link].filter(Boolean).join('\n'),
    location: where,
    url: link,
    status: calledOff ? ICalEventStatus.CANCELLED : booking.status === 'pending' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
  })
  return { name: `${booking.reference}.ics`, type: 'text/calendar', content: `${calendar.toString().trimEnd()}\r\n` }
}

function partLine(language: string, zone: string, { title, withWhom, startsAt, endsAt }: LetterPart): string {
  return [`${formatTimeRange(language, zone, startsAt, endsAt)} ${title}`, withWhom].filter(Boolean).join(', ')
}

function isCalledOff(status: BookingStatus): boolean {
  return status === 'cancelled' || status === 'declined' || status === 'expired'
}
