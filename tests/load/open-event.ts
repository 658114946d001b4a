import { addDates, saveEvent, saveQuota, saveTicket, setEventState, type EventDetails, type TicketDraft } from '~/domains/events/index.server'
import { sure, type OpenBusiness } from './open-business'

export interface EventWanted {
  readonly title: string
  /** The wall time of its one date, two hours long. */
  readonly start: string
  /** Of all tickets together; null: as many as come. */
  readonly capacity: number | null
  /** Kinds of ticket, each with how many of it there are at most, where it has a quota of its own. */
  readonly tickets: readonly (Partial<TicketDraft> & Pick<TicketDraft, 'title' | 'priceMinor'> & { readonly quota?: number })[]
  readonly details?: Partial<EventDetails>
}

export interface OpenEvent {
  readonly listingId: string
  readonly slug: string
  readonly sessionId: string
  readonly poolId: string
  /** In the order in which they were named. */
  readonly ticketIds: readonly string[]
}

/** A published event of that business with one date. */
export function openEvent(shop: OpenBusiness, { title, start, capacity, tickets, details = {} }: EventWanted): OpenEvent {
  const { owner, storeId } = shop
  const { listing } = sure(
    saveEvent(owner, null, {
      title, description: null, section: null, form: 'physical', venueName: 'Hall', venueAddress: null, latitude: null, longitude: null, virtualLink: null, notes: null,
      ageLimit: null, mostPerOrder: 10, approval: false, policyId: null, payment: null, storeIds: [storeId], questions: [], extra: null, ...details,
    }),
  )
  const ticketIds = tickets.map(({ quota, ...draft }) => {
    const quotaIds = quota === undefined ? [] : [sure(saveQuota(owner, listing.id, null, { name: draft.title, capacity: quota })).id]
    return sure(
      saveTicket(owner, listing.id, null, {
        description: null, steps: [], saleFrom: null, saleUntil: null, leastPerOrder: 1, mostPerOrder: 10, code: null, active: true, questions: [], ...draft, quotaIds,
      }),
    ).id
  })
  const [session] = sure(
    addDates(owner, {
      listingId: listing.id, storeId, start, durationMinutes: 120, title: null, capacity, priceMinor: null, staffId: null, placeIds: [],
      prepareMinutes: 0, clearMinutes: 0, minPeople: null, decideBeforeMinutes: null,
    }, null),
  )
  if (!session) throw new Error('The event has no date')
  sure(setEventState(owner, listing.id, 'published'))
  return { listingId: listing.id, slug: listing.slug, sessionId: session.id, poolId: session.poolId, ticketIds }
}
