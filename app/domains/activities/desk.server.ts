import { placesOf } from '~/core/allocation/index.server'
import { staffOf } from '~/core/businesses/index.server'
import { placesIn, sessionById, sessionsOf, type Session, type SessionCursor } from '~/core/sessions/index.server'
import { formatDateTime } from '~/kernel/format'
import type { BusinessCtx } from '~/kernel/ctx'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { activitiesOf, activityById, type Activity } from './queries.server'

/** The activity of a desk's page. Throws 404 where there is none. */
export function deskActivity(db: Db, ctx: MemberCtx, id: string | undefined): Activity {
  return activityById(db, ctx.businessId, id ?? '') ?? notFound(ctx.i18n.t('There is no such activity here.'))
}

/** The date of a desk's page with its activity. Throws 404 where it is none of ours. */
export function deskDate(db: Db, ctx: MemberCtx, id: string | undefined): { readonly session: Session; readonly activity: Activity } {
  const session = sessionById(db, ctx.businessId, id ?? '')
  const activity = session && activityById(db, ctx.businessId, session.listingId)
  return session && activity ? { session, activity } : notFound(ctx.i18n.t('There is no such date here.'))
}

/** Where the desk's pages of an activity are. */
export function activityHref(ctx: MemberCtx, { listing }: Pick<Activity, 'listing'>): string {
  return `/dashboard/${ctx.business.slug}/activities/${listing.id}`
}

/** What an activity's pages have above them. */
export function activityHead(_db: Db, ctx: MemberCtx, activity: Activity) {
  return { name: activity.listing.title, here: activityHref(ctx, activity), status: activity.listing.status, mayManage: ctx.member.may('activities.manage') }
}

/** What the pages of one date have above them. */
export function dateHead(ctx: MemberCtx, { session, activity }: ReturnType<typeof deskDate>) {
  return {
    when: formatDateTime(ctx.i18n.locale, session.timeZone, session.startsAt),
    name: session.title ?? activity.listing.title,
    back: `/dashboard/${ctx.business.slug}/activities/dates/${session.id}`,
    inSeries: session.seriesId !== null,
  }
}

/** Guides and rooms to choose from; those out of use only where a date has them. */
export function dateChoices(db: Db, ctx: BusinessCtx, kept: { readonly staffId: string | null; readonly placeIds: readonly string[] } = { staffId: null, placeIds: [] }) {
  return {
    currency: ctx.business.currency,
    guides: staffOf(db, ctx.businessId).filter(({ id, active }) => active || id === kept.staffId).map(({ id, name }) => ({ value: id, label: name })),
    places: placesOf(db, ctx.businessId).filter(({ id, active }) => active || kept.placeIds.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
  }
}

/** Every activity of a business as the list shows it. */
export function listedActivities(db: Db, ctx: MemberCtx) {
  return activitiesOf(db, ctx.businessId, ['active', 'draft', 'paused', 'archived']).map(({ listing }) => {
    const [next] = sessionsOf(db, ctx.businessId, listing.id, { from: ctx.now, statuses: ['scheduled', 'confirmed'], size: 1 }).sessions
    return {
      id: listing.id,
      title: listing.title,
      section: listing.section,
      status: listing.status,
      priceMinor: listing.priceMinor,
      next: next ? { at: formatDateTime(ctx.i18n.locale, next.timeZone, next.startsAt), ...numbers(placesIn(db, ctx.businessId, [next], ctx.now).get(next.id)) } : null,
    }
  })
}

export interface ShownDate {
  readonly id: string
  readonly title: string | null
  readonly startsAt: number
  readonly endsAt: number
  readonly zone: string
  readonly status: Session['status']
  readonly capacity: number | null
  readonly taken: number
  readonly held: number
}

/** A page of the dates of an activity: those ahead, or those that have begun, the latest first. */
export function shownDates(db: Db, ctx: MemberCtx, { listing }: Activity, { past, after }: { readonly past: boolean; readonly after: SessionCursor | null }): { dates: ShownDate[]; next: SessionCursor | null } {
  const { sessions, next } = sessionsOf(db, ctx.businessId, listing.id, { from: ctx.now, after, order: past ? 'back' : 'ahead', size: 30 })
  const places = placesIn(db, ctx.businessId, sessions, ctx.now)
  return {
    next,
    dates: sessions.map((session) => ({
      id: session.id, title: session.title, startsAt: session.startsAt, endsAt: session.endsAt, zone: session.timeZone, status: session.status, ...numbers(places.get(session.id)),
    })),
  }
}

function numbers(places: { capacity: number | null; taken: number; held: number } | undefined) {
  return { capacity: places?.capacity ?? null, taken: places?.taken ?? 0, held: places?.held ?? 0 }
}
