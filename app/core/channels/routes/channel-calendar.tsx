import { notFound } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { limit, type Limited } from '~/platform/rate-limits.server'
import { addressFile } from '../address-file.server'
import { openAddress } from '../addresses.server'

/** When a listing is taken, behind a secret address. The secret stands in the query, which logs leave out. */
export const loader = guarded({ access: 'public' }, ({ db, ctx, query }) => {
  const { i18n, now } = ctx
  const byAddress = limit({ name: 'feedPerAddress', key: ctx.clientAddress, now })
  if (!byAddress.ok) return comeLater(i18n.t('Too many calendars were asked for. Try again later.'), byAddress)
  const open = openAddress(db, query.get('token') ?? '')
  if (!open) notFound(i18n.t('There is no calendar at this address any more.'))
  const byFeed = limit({ name: 'feed', key: open.address.id, now })
  if (!byFeed.ok) return comeLater(i18n.t('Too many calendars were asked for. Try again later.'), byFeed)
  const file = addressFile(db, open.business, open.address, now) ?? notFound(i18n.t('There is no calendar at this address any more.'))
  const headers = { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline; filename="calendar.ics"', 'Cache-Control': 'private, no-store' }
  return new Response(file, { headers })
})

// Programs ask here and no people: an answer that is thrown by a route without a page would lose its header.
function comeLater(why: string, { retryAfterMs }: Extract<Limited, { ok: false }>): Response {
  return new Response(why, { status: 429, headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) } })
}
