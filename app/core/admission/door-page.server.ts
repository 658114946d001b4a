import { usersByIds } from '../identity/index.server'
import type { Db } from '~/platform/database.server'
import { notFound } from '~/platform/answers.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { peopleBooked, placeOfItem } from '../bookings/index.server'
import { actById, admittedOf, latestActs, peopleIn, type AdmissionAct } from './admissions.server'
import { findAttendees } from './attendees.server'
import { placeTitle } from './place-words.server'
import { doorSession, type DoorSession } from './sessions.server'

const mostFound = 20
const mostActs = 8

/** Everything that stands on the page of a door: the count, what the last post did, who was found by name, and the last who came in. */
export function doorPage(db: Db, ctx: MemberCtx, sessionId: string | undefined, query: URLSearchParams) {
  const session = sessionOr404(db, ctx, sessionId)
  const acts = latestActs(db, ctx.businessId, session.id, mostActs)
  const shownAct = actById(db, ctx.businessId, query.get('act') ?? '')
  const search = (query.get('q') ?? '').trim().slice(0, 100)
  const { found, more } = search === '' ? { found: [], more: false } : findAttendees(db, ctx, session.id, search, mostFound)
  return {
    title: ctx.i18n.t('Door: {title}', { title: session.title }),
    session,
    base: `/dashboard/${ctx.business.slug}`,
    code: (query.get('code') ?? '').slice(0, 40),
    door: (query.get('door') ?? '').trim().slice(0, 40),
    inside: peopleIn(db, ctx.businessId, session.id),
    expected: peopleBooked(db, ctx.businessId, session.id),
    act: shownAct && shownAct.sessionId === session.id ? shownActOf(db, ctx, shownAct) : null,
    search,
    more,
    found: found.map((place) => {
      const { itemId, name, reference, quantity, admitted, registration } = place
      return { itemId, name, title: placeTitle(db, ctx.i18n, place), reference, quantity, admitted, registration }
    }),
    acts: acts.map((act) => shownActOf(db, ctx, act)),
  }
}

/** A session of this business, or 404. */
export function sessionOr404(db: Db, ctx: MemberCtx, sessionId: string | undefined): DoorSession {
  const session = doorSession(db, ctx.businessId, sessionId ?? '')
  if (session) return session
  notFound(ctx.i18n.t('We know no such date.'), { href: `/dashboard/${ctx.business.slug}/door`, label: ctx.i18n.t('See all dates') })
}

export type ShownAct = ReturnType<typeof shownActOf>

/** What one post did, in words' reach: who, of what, how many of how many, and by whom. */
export function shownActOf(db: Db, ctx: MemberCtx, { actId, itemId, at, people, door, byUserId }: AdmissionAct) {
  const place = placeOfItem(db, ctx.businessId, itemId, ctx.now)
  const by = usersByIds(db, [byUserId]).get(byUserId)?.name ?? null
  return { actId, at, people, door, by, itemId, name: place?.name ?? '', title: place ? placeTitle(db, ctx.i18n, place) : '', quantity: place?.quantity ?? people, inside: admittedOf(db, itemId), reference: place?.reference ?? '' }
}
