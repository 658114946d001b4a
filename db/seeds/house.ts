import { questionsOf } from '~/core/bookings/index.server'
import { acceptInvitation, addStaff, changeBusiness, changeMember, inviteMember, invitationToSend, membersOf, type Store, type StoreDetails } from '~/core/businesses/index.server'
import { openBusiness, replaceWeeklyHours, type WeeklyHours } from '~/core/schedules/index.server'
import { setServiceStatus, saveService, type Service, type ServiceDetails } from '~/domains/appointments/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import type { TradeDomain } from '~/kernel/define-module'
import type { MemberRole } from '~/kernel/permissions'
import { day } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import { account, ctxAt, memberAt, must, type DemoPerson, type Town } from './stage'

/** A demo business that stands: its owner may act in it at any moment. */
export interface House {
  readonly town: Town
  readonly businessId: string
  readonly store: Store
  readonly ownerId: string
  readonly openedAt: number
  /** The owner's request at a moment; now unless told. */
  readonly owner: (at?: number) => BusinessCtx
}

export interface HouseCard {
  readonly owner: DemoPerson
  readonly name: string
  readonly code: string
  readonly currency: string
  readonly timeZone: string
  readonly language: string
  readonly kicker: string
  readonly about: string
  readonly cover: string
  readonly email: string
  readonly phone: string
  /** The trades it switched on; appointments alone unless told. */
  readonly domains?: readonly TradeDomain[]
  readonly store: Omit<StoreDetails, 'timeZone'>
  readonly hours: readonly WeeklyHours[]
}

/** Opens a business as its owner would have, some two hundred days ago. */
export function openHouse(town: Town, card: HouseCard): House {
  const openedAt = town.now - 200 * day
  const ownerId = account(town, { timeZone: card.timeZone, ...card.owner })
  const { name, code, currency, timeZone, language, kicker, about, cover, email, phone } = card
  const made = must(
    openBusiness(ctxAt(town, openedAt, { kind: 'user', id: ownerId, roles: ['customer'] }, language), {
      ownerId, name, code, currency, timeZone, language,
      domains: [...(card.domains ?? ['appointments'])],
      store: { ...card.store, timeZone },
      hours: card.hours,
    }),
  )
  const owner = (at = town.now) => memberAt(town, made.business.id, ownerId, at)
  const { slug, legalName, taxNumber, website } = made.business
  must(changeBusiness(owner(openedAt), { name, slug, legalName, taxNumber, website, timeZone, language, kicker, about, cover, email, phone }))
  return { town, businessId: made.business.id, store: made.store, ownerId, openedAt, owner }
}

export interface StaffCard {
  readonly name: string
  readonly title: string
  readonly bio: string
  readonly hours: readonly WeeklyHours[]
}

/** Adds somebody whom customers meet, with weekly hours. Answers the id of the profile. */
export function addPerson(house: House, { hours, ...details }: StaffCard): string {
  const person = must(addStaff(house.owner(house.openedAt), { ...details, email: null }))
  must(replaceWeeklyHours(house.owner(house.openedAt), person.id, hours))
  return person.id
}

/** Makes the owner one of the people whom customers meet. */
export function ownerIs(house: House, staffId: string): void {
  const memberId = transact((db) => membersOf(db, house.businessId).find((member) => member.userId === house.ownerId)?.memberId ?? '')
  must(changeMember(house.owner(house.openedAt), memberId, { role: 'owner', staffId }))
}

/** Makes a new account a member by invitation; `staffId` is the profile that becomes theirs. Answers the account's id. */
export function addMember(house: House, person: DemoPerson, role: MemberRole, staffId: string | null = null): string {
  const userId = account(house.town, { timeZone: house.store.timeZone, ...person })
  const at = house.openedAt + day
  const invitation = must(inviteMember(house.owner(at), { email: person.email, role, staffId }))
  const link = transact((db) => invitationToSend(db, invitation.id, at))
  must(acceptInvitation(ctxAt(house.town, at, { kind: 'user', id: userId, roles: ['customer'] }), link?.token ?? '', userId))
  return userId
}

/** What a service is unless its card says otherwise: bought at once, up to two months ahead, from two hours before. */
const usual = {
  description: null,
  section: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 120,
  windowDays: 60,
  stepMinutes: 15,
  approval: false,
  policyId: null, payment: null, staffChoice: 'may',
  staffIds: [],
  placeIds: [],
  seats: null,
  questions: [], extra: null,
} as const

export type ServiceCard = Partial<ServiceDetails> & Pick<ServiceDetails, 'title' | 'durationMinutes' | 'priceMinor'>

/** Changes a service of the house from today on; its questions stay. */
export function changeOffer(house: House, { listing }: Service, card: ServiceCard): void {
  const questions = transact((db) => questionsOf(db, house.businessId, listing.id))
  must(saveService(house.owner(), listing.id, { ...usual, storeIds: [house.store.id], ...card, questions }))
}

/** Publishes a service in the house's store. */
export function offer(house: House, card: ServiceCard): Service {
  const service = must(saveService(house.owner(house.openedAt), null, { ...usual, storeIds: [house.store.id], ...card }))
  return must(setServiceStatus(house.owner(house.openedAt), service.listing.id, 'active'))
}
