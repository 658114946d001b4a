import { notFound, tooMany } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { limit, type RateLimitName } from '~/platform/rate-limits.server'
import { calendarFeedFile } from '../calendar-feed-file.server'
import { openFeed } from '../calendar-feeds.server'

/** The calendar behind a secret address. The secret stands in the query, which logs leave out. */
export const loader = guarded({ access: 'public' }, ({ db, ctx, query }) => {
  const holdBack = (name: RateLimitName, key: string) => {
    const limited = limit({ name, key, now: ctx.now })
    if (!limited.ok) tooMany(ctx.i18n.t('Too many calendars were asked for. Try again later.'), limited.retryAfterMs)
  }
  holdBack('feedPerAddress', ctx.clientAddress)
  const feed = openFeed(db, query.get('token') ?? '')
  if (!feed) notFound(ctx.i18n.t('There is no calendar at this address any more.'))
  holdBack('feed', feed.id)
  const headers = { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline; filename="calendar.ics"', 'Cache-Control': 'private, no-store' }
  return new Response(calendarFeedFile(db, feed, ctx.now), { headers })
})
