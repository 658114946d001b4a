import {
  bookingById, cancelBooking, completeBooking, confirmBooking, declineBooking, expireBooking, markNoShow, noteBooking, placeBooking, questionsOf,
  type Booking, type Question,
} from '~/core/bookings/index.server'
import { saleById, takePayment, type HandMethod } from '~/core/sales/index.server'
import { openVisits, staffFor, type Service } from '~/domains/appointments/index.server'
import { addDays, day, formatInstant, hour, localDateOf, minute, resolve, parseTime, type LocalDate } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import { customers, type Customer } from './customers'
import type { House } from './house'
import { customerAt, jobAt, must } from './stage'

/** One visit as somebody would have booked it. */
export interface Visit {
  readonly service: Service
  readonly start: number
  /** The id of whom they asked for; null: anyone. */
  readonly staffId: string | null
  readonly who: Customer
  readonly placedAt: number
  readonly channel?: 'online' | 'desk'
  readonly note?: string | null
  readonly attendeeName?: string | null
}

/** Places a visit at its moment; null where somebody was there first. */
export function place(house: House, { service, start, staffId, who, placedAt, channel = 'online', note = null, attendeeName = null }: Visit): Booking | null {
  const { town, businessId } = house
  const ctx = channel === 'desk' ? house.owner(placedAt) : customerAt(town, businessId, placedAt, who.language)
  const questions = transact((db) => questionsOf(db, businessId, service.listing.id))
  const placed = placeBooking(ctx, {
    key: town.newId(placedAt),
    items: [
      {
        listingId: service.listing.id,
        choice: { start: formatInstant(start), staff: staffId, store: house.store.id },
        attendeeName,
        answers: Object.fromEntries(questions.map((question) => [question.id, answerTo(question, town.chance.next())])),
      },
    ],
    contact: { name: who.name, email: channel === 'desk' ? null : who.email, phone: who.phone },
    note,
    channel,
  })
  return placed.ok ? transact((db) => bookingById(db, businessId, placed.value.id)) : null
}

/** The first free time from so many days from today on: of its day the first that is not before `time`, else the last before it. */
export function freeTime(house: House, service: Service, staffId: string | null, days: number, time: string): number {
  for (let away = days; away < days + 14; away += 1) {
    const date = dateFromToday(house, away)
    const starts = freeOn(house, service, staffId, date).map((slot) => slot.start)
    const wished = resolve(date, parseTime(time) ?? 0, house.store.timeZone)
    const found = starts.find((start) => start >= wished) ?? starts.at(-1)
    if (found !== undefined) return found
  }
  throw new Error(`${service.listing.title} has no free time for two weeks`)
}

/** The free times of one date; of one person, or of whoever offers it. */
function freeOn(house: House, service: Service, staffId: string | null, date: LocalDate) {
  const asked = { store: house.store, parts: [{ service, staff: staffFor(service, staffId) ?? [] }], atDesk: true }
  return transact((db) => openVisits(db, house.owner(), asked, date, date))
}

/** Today at the store, or so many days from it. */
export function dateFromToday(house: House, days: number): LocalDate {
  return addDays(localDateOf(house.town.now, house.store.timeZone), days)
}

export interface DiaryCard {
  readonly services: readonly { readonly service: Service; readonly weight: number }[]
  /** Whose diaries are filled; `null` in it stands for the services that need no person. */
  readonly people: readonly (string | null)[]
  /** The least and the most visits on one day of one diary, by how far away the day is. */
  readonly visits: (daysAway: number) => readonly [least: number, most: number]
  readonly from: number
  readonly to: number
}

/** Fills diaries around today with visits of the town's people, and tells how each of them went. */
export function fillDiary(house: House, card: DiaryCard): void {
  for (let away = card.from; away <= card.to; away += 1) {
    const [least, most] = card.visits(away)
    for (const staffId of card.people) {
      const wanted = house.town.chance.between(least, most)
      for (let count = 0; count < wanted; count += 1) {
        const booking = placeAnywhere(house, card, dateFromToday(house, away), staffId)
        if (booking) carryOut(house, booking)
      }
    }
  }
}

function placeAnywhere(house: House, { services }: DiaryCard, date: LocalDate, staffId: string | null): Booking | null {
  const { chance, now } = house.town
  const offered = services.filter(({ service }) => (staffId === null ? service.staffChoice === 'places' : service.staff.some(({ id }) => id === staffId)))
  const service = chance.pick(offered.flatMap((entry) => Array.from({ length: entry.weight }, () => entry.service)))
  const slots = freeOn(house, service, staffId, date)
  const latest = now - 20 * minute
  if (slots.length === 0) return null
  const { start } = chance.pick(slots)
  const placedAt = Math.min(start - service.noticeMinutes * minute - chance.between(1, 12 * 24) * hour, latest - chance.between(0, 8 * 24 * 60) * minute)
  const channel = chance.happens(0.2) ? 'desk' : 'online'
  const attendeeName = chance.happens(0.04) ? chance.pick(customers).name : null
  const note = chance.happens(0.12) ? chance.pick(notes) : null
  const asksFor = service.staffChoice === 'must' || service.staffChoice === 'may' ? staffId : null
  return place(house, { service, start, staffId: asksFor, who: chance.pick(customers), placedAt, channel, note, attendeeName })
}

/** Tells how a visit went, as far as it has. */
function carryOut(house: House, booking: Booking): void {
  const { chance, now } = house.town
  if (booking.status === 'pending' && !answer(house, booking)) return
  const callsOff = booking.startsAt - chance.between(3, 40) * hour
  if (chance.happens(0.06) && callsOff > booking.placedAt && callsOff < now) {
    must(cancelBooking(customerAt(house.town, house.businessId, callsOff, booking.language), booking.id, chance.pick(excuses)))
    return
  }
  if (chance.happens(0.1)) must(noteBooking(house.owner(booking.placedAt), booking.id, chance.pick(ownNotes)))
  if (booking.endsAt < now) conclude(house, booking)
}

/** The business answers within some hours, or not at all; true where it said yes. */
function answer(house: House, booking: Booking): boolean {
  const { town, businessId } = house
  const due = booking.answerBy ?? booking.startsAt
  const at = Math.min(booking.placedAt + town.chance.between(20, 300) * minute, due - minute)
  if (due > town.now && (at > town.now || town.chance.happens(0.7))) return false
  if (town.chance.happens(0.05)) {
    if (due < town.now) must(expireBooking(jobAt(town, businessId, due, 'expire-unanswered'), booking.id))
    return false
  }
  if (town.chance.happens(0.06)) {
    must(declineBooking(house.owner(at), booking.id, town.chance.pick(regrets)))
    return false
  }
  must(confirmBooking(house.owner(at), booking.id))
  return true
}

function conclude(house: House, booking: Booking): void {
  const { chance, now } = house.town
  const at = Math.min(booking.endsAt + chance.between(0, 20) * minute, now)
  if (chance.happens(0.04)) {
    must(markNoShow(house.owner(at), booking.id))
    return
  }
  // Whoever has only just left is still marked as booked.
  if (now - booking.endsAt < day && chance.happens(0.35)) return
  must(completeBooking(house.owner(at), booking.id))
  if (chance.happens(0.94)) pay(house, booking, chance.pick<HandMethod>(['card-terminal', 'card-terminal', 'cash', 'transfer']), at)
}

/** Takes what is due of a visit. */
export function pay(house: House, booking: Booking, method: HandMethod, at: number): void {
  const due = transact((db) => saleById(db, house.businessId, booking.saleId)?.dueMinor ?? 0)
  if (due > 0) must(takePayment(house.owner(at), { saleId: booking.saleId, method, amountMinor: due }))
}

function answerTo({ kind, options }: Question, chance: number): string {
  if (kind === 'choice') return options[Math.floor(chance * options.length)] ?? ''
  if (kind === 'yes-no') return chance < 0.3 ? 'yes' : 'no'
  return chance < 0.2 ? 'Nickel, nothing else.' : 'None that I know of.'
}

const notes = [
  'I may be five minutes late, the ferry is slow on Fridays.',
  'Please use the side door, I come with a pram.',
  'Vou com a minha filha, pode ser?',
  'No perfume please.',
  'Is there somewhere to lock a bicycle?',
]
const ownNotes = ['Likes the radio off.', 'Ask about the new colour.', 'Parks in the courtyard.', 'Tea, no milk.', 'Prefers mornings from now on.']
const excuses = ['I have a cold and would rather not bring it along.', 'A meeting was moved.', 'I will be away that day.', 'Surgiu um imprevisto.']
const regrets = ['We are away that afternoon. Any morning of the same week would do.', 'This needs a longer visit; please call us.']
