import { orderAtDesk, type BookInput } from '~/core/bookings/index'
import { answersIn, bookingForMember, diaryOf, questionsOf, type BookingOrder } from '~/core/bookings/index.server'
import type { StaffProfile, Store } from '~/core/businesses/index.server'
import { parseInstant } from '~/kernel/time'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import type { ServiceQuestion } from './book-step.server'
import { movingVisit } from './move-page.server'
import { choicesAt, mostServices, type AskedPart } from './offered.server'
import { serviceById, servicesOf, type Service } from './queries.server'
import { storeFor, storesOfAll } from './who-and-where.server'

/** What the address of the desk says: the services, where, with whom, and when. */
export interface DeskStep {
  readonly service: Service
  /** All of them in their turn, the first among them. */
  readonly parts: readonly AskedPart[]
  readonly store: Store
  readonly stores: readonly Store[]
  /** Who does all of it; null where anybody will do. */
  readonly person: StaffProfile | null
  /** Those who could do all of it. */
  readonly people: readonly StaffProfile[]
  readonly start: number | null
  readonly questions: readonly ServiceQuestion[]
}

/** The services that this member may book for a customer. */
export function deskServices(db: Db, ctx: MemberCtx): Service[] {
  return servicesOf(db, ctx.businessId, ['active', 'paused']).filter((service) => peopleFor(ctx, service) !== null)
}

/** Reads the address; null where no service is chosen, 404 for one that is not theirs to book. */
export function deskStep(db: Db, ctx: MemberCtx, query: URLSearchParams): DeskStep | null {
  const ids = deskServiceIds(query)
  if (ids.length === 0) return null
  const offered = deskServices(db, ctx)
  const services = ids.map((id) => offered.find(({ listing }) => listing.id === id) ?? notFound(ctx.i18n.t('There is no such service here.')))
  const [service] = services
  const stores = storesOfAll(services)
  const store = storeFor({ stores }, query.get('store'))
  if (!service || !store) notFound(ctx.i18n.t('This is not to be had at that place.'))
  const people = peopleForAll(ctx, services)
  const person = people.find((one) => one.id === query.get('staff')) ?? (diaryOf(ctx.member) === null ? null : (people[0] ?? null))
  const parts = services.map((one): AskedPart => ({ service: one, person: doesPeople(one) ? person : null, staff: person && doesPeople(one) ? [person] : (peopleFor(ctx, one) ?? []) }))
  const questions = services.flatMap(({ listing }) => questionsOf(db, ctx.businessId, listing.id).map((question) => ({ ...question, listingId: listing.id })))
  return { service, parts, store, stores, people, person, start: parseInstant(query.get('start') ?? ''), questions }
}

/** The ids of the services that an address names: the first, and those that come after it, each once. */
export function deskServiceIds(query: URLSearchParams): string[] {
  const also = (query.get('also') ?? '').split(',')
  const named = [query.get('service') ?? '', ...also, query.get('add') ?? ''].filter((id) => id !== '')
  return [...new Set(named)].slice(0, mostServices)
}

/** The order that the form makes. */
export function deskOrder({ parts, store, questions }: DeskStep, start: number, typed: BookInput): BookingOrder {
  const choices = choicesAt({ parts, store }, start)
  const items = parts.map(({ service: { listing } }, at) => ({
    listingId: listing.id,
    choice: { ...choices[at] },
    attendeeName: typed.attendee ?? null,
    answers: answersIn(typed, questions.filter((question) => question.listingId === listing.id)),
  }))
  return orderAtDesk(typed, items)
}

/** The visit that is to be moved from the dashboard, all of it together; 404 where it is none of this domain's or not theirs. */
export function deskMove(db: Db, ctx: MemberCtx, reference: string | undefined, query: URLSearchParams) {
  const booking = bookingForMember(db, ctx, reference)
  const items = booking.items.filter(({ domain, state }) => domain === 'appointments' && state === 'active')
  const [only] = items.length === 1 ? items : []
  const service = only && serviceById(db, ctx.businessId, only.listingId)
  const people = (service && peopleFor(ctx, service)) ?? []
  const person = people.find(({ id }) => id === (query.get('staff') ?? only?.staffId)) ?? null
  // One service may go to somebody else on the way; of several each keeps whom it has.
  const visit = movingVisit(db, booking, (item, { staff }) => (only ? (person ? [person] : people) : item.staffId === null ? staff : staff.filter(({ id }) => id === item.staffId)))
  if (!visit) notFound(ctx.i18n.t('This booking cannot be moved here.'))
  const parts = visit.parts.map((part, at): AskedPart => ({ ...part, person: only ? person : (part.staff.find(({ id }) => id === items[at]?.staffId) ?? null) }))
  return { booking, visit: { ...visit, parts }, people, person }
}

/** Who would do a service of those whose diary this member keeps; null where nobody of theirs does. */
export function peopleFor(ctx: MemberCtx, service: Service): readonly StaffProfile[] | null {
  const diary = diaryOf(ctx.member)
  if (diary === null) return service.staff
  const own = service.staff.filter(({ id }) => id === diary)
  return own.length > 0 ? own : null
}

function peopleForAll(ctx: MemberCtx, services: readonly Service[]): StaffProfile[] {
  const [first, ...others] = services.filter(doesPeople)
  if (!first) return []
  return (peopleFor(ctx, first) ?? []).filter(({ id }) => others.every((other) => (peopleFor(ctx, other) ?? []).some((person) => person.id === id)))
}

function doesPeople({ staffChoice }: Service): boolean {
  return staffChoice !== 'places'
}
