import { sessionCursorIn } from '~/core/sessions/index'
import { namedDate, placesIn, placesOfSession, sessionsOf } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { localDateOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { offeredActivity, peopleIn } from './asked.server'
import { whereOf } from './describe.server'
import { bookableUntil } from './domain.server'
import { priceOfOne } from './model/price'

interface Asking {
  readonly slug: string
  readonly query: URLSearchParams
  readonly url: URL
}

/** What customers see of an activity: its dates ahead by day, and who may come on the one they chose. */
export function activityPage(db: Db, ctx: BusinessCtx, { slug, query, url }: Asking) {
  const activity = offeredActivity(db, ctx, slug, url)
  const { listing } = activity
  const cursor = sessionCursorIn(query)
  const { sessions, next } = sessionsOf(db, ctx.businessId, listing.id, { from: ctx.now, after: cursor, statuses: ['scheduled', 'confirmed'], size: 24 })
  const places = placesIn(db, ctx.businessId, sessions, ctx.now)
  const session = namedDate(db, ctx, listing, query.get('date')) ?? (sessions.length === 1 && cursor === null ? (sessions[0] ?? null) : null)
  return {
    id: listing.id,
    slug: listing.slug,
    title: listing.title,
    description: listing.description,
    business: { slug: ctx.business.slug, name: ctx.business.name },
    currency: ctx.business.currency,
    readerZone: ctx.zone,
    minutes: activity.durationMinutes,
    languages: activity.languages,
    where: whereOf(activity),
    bring: activity.bring,
    included: activity.included,
    minGroup: activity.minGroup,
    maxGroup: activity.maxGroup,
    bulk: activity.bulkFrom === null || activity.bulkPercent === null ? null : { from: activity.bulkFrom, percent: activity.bulkPercent },
    privateMinor: activity.privateMinor,
    dates: sessions.map((one) => ({
      id: one.id, title: one.title, startsAt: one.startsAt, endsAt: one.endsAt, zone: one.timeZone, day: localDateOf(one.startsAt, one.timeZone), waits: one.status === 'scheduled',
      left: places.get(one.id)?.left ?? null, closed: ctx.now >= bookableUntil(activity, one), priceMinor: one.priceMinor,
    })),
    next,
    date: session && {
      id: session.id, title: session.title, startsAt: session.startsAt, endsAt: session.endsAt, zone: session.timeZone,
      cancelled: session.status === 'cancelled', closed: ctx.now >= bookableUntil(activity, session), minPeople: session.status === 'scheduled' ? session.minPeople : null, decideBy: session.decideBy,
      ...placesOfSession(db, ctx.businessId, session, ctx.now),
    },
    kinds: activity.kinds.map((kind) => ({
      ...kind,
      priceMinor: priceOfOne(activity, kind.id, session?.priceMinor ?? null),
      wanted: peopleIn(activity, (name) => query.get(name))[kind.id] ?? 0,
    })),
  }
}

export type ActivityPage = ReturnType<typeof activityPage>
