import { localDateOf } from '~/kernel/time'
import { guarded } from '~/platform/guarded.server'
import { bookingsFile } from '../list-file.server'
import { diaryOf } from '../diary.server'
import { addressIn, filtersOf } from '../list-address'

/** The list with the filters of its address, all pages of it, as a file. */
export const loader = guarded({ access: { needs: 'bookings.read' } }, ({ db, ctx, query }) => {
  const content = bookingsFile(db, ctx, filtersOf(addressIn(query), diaryOf(ctx.member)))
  const name = `${ctx.business.slug}-${localDateOf(ctx.now, ctx.business.timeZone)}.csv`
  const headers = { 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-store' }
  return new Response(content, { headers })
})
