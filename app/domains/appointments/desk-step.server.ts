import { bookingForMember, diaryOf, questionsOf, type BookingOrder, type Question } from '~/core/bookings/index.server'
import type { StaffProfile, Store } from '~/core/businesses/index.server'
import { readPhone } from '~/kernel/phone'
import { parseInstant } from '~/kernel/time'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { choice, chosenAt } from './choice'
import { answerName, type BookInput } from './forms'
import { storeFor } from './open-slots.server'
import { serviceById, servicesOf, type Service } from './queries.server'

/** What the address of the desk says: the service, where, with whom, and when. */
export interface DeskStep {
  readonly service: Service
  readonly store: Store
  /** Null where anybody will do. */
  readonly person: StaffProfile | null
  /** The people who would do; of a member who keeps only their own diary, themselves. */
  readonly staff: readonly StaffProfile[]
  readonly start: number | null
  readonly questions: readonly Question[]
}

/** The services that this member may book for a customer. */
export function deskServices(db: Db, ctx: MemberCtx): Service[] {
  return servicesOf(db, ctx.businessId, ['active', 'paused']).filter((service) => peopleFor(ctx, service) !== null)
}

/** Reads the address; null where no service is chosen, 404 for one that is not theirs to book. */
export function deskStep(db: Db, ctx: MemberCtx, query: URLSearchParams): DeskStep | null {
  const id = query.get('service')
  if (id === null || id === '') return null
  const service = deskServices(db, ctx).find(({ listing }) => listing.id === id) ?? notFound(ctx.i18n.t('There is no such service here.'))
  const store = storeFor(service, query.get('store')) ?? notFound(ctx.i18n.t('This is not to be had at that place.'))
  const people = peopleFor(ctx, service) ?? []
  const person = people.find((one) => one.id === query.get('staff')) ?? (diaryOf(ctx.member) === null ? null : (people[0] ?? null))
  return { service, store, person, staff: person ? [person] : people, start: parseInstant(query.get('start') ?? ''), questions: questionsOf(db, ctx.businessId, id) }
}

/** The order that the form makes. */
export function deskOrder({ service, store, person, questions }: DeskStep, start: number, typed: BookInput): BookingOrder {
  return {
    key: typed.key ?? '',
    channel: 'desk',
    contact: { name: typed.name ?? '', email: typed.email ?? null, phone: typed.phone ? readPhone(typed.phone) : null },
    note: typed.note ?? null,
    items: [
      {
        listingId: service.listing.id,
        choice: { ...chosenAt(start, person?.id ?? null, service.stores.length > 1 ? store.id : null) },
        attendeeName: typed.attendee ?? null,
        answers: Object.fromEntries(questions.flatMap((question) => (typed[answerName(question)] ? [[question.id, typed[answerName(question)] ?? '']] : []))),
      },
    ],
  }
}

/** The visit that is to be moved from the dashboard; 404 where it is none of this domain's or not theirs. */
export function deskMove(db: Db, ctx: MemberCtx, reference: string | undefined, query: URLSearchParams) {
  const booking = bookingForMember(db, ctx, reference)
  const item = booking.items.find(({ domain, state }) => domain === 'appointments' && state === 'active')
  const service = item && serviceById(db, ctx.businessId, item.listingId)
  const chosen = item && choice.safeParse(item.choice)
  const store = service && storeFor(service, chosen?.success ? chosen.data.store : null)
  if (!item || !service || !store) notFound(ctx.i18n.t('This booking cannot be moved here.'))
  const people = peopleFor(ctx, service) ?? []
  const person = people.find(({ id }) => id === (query.get('staff') ?? item.staffId)) ?? null
  return { booking, item, service, store, people, person, staff: person ? [person] : people }
}

/** Who would do a service of those whose diary this member keeps; null where nobody of theirs does. */
export function peopleFor(ctx: MemberCtx, service: Service): readonly StaffProfile[] | null {
  const diary = diaryOf(ctx.member)
  if (diary === null) return service.staff
  const own = service.staff.filter(({ id }) => id === diary)
  return own.length > 0 ? own : null
}
