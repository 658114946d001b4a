import { localDateOf } from '~/kernel/time'
import { guarded } from '~/platform/guarded.server'
import { deskAddressIn } from '../desk-address'
import { deskFile } from '../desk-file.server'

/** The list with the filters of its address, all pages of it, as a file. */
export const loader = guarded({ access: { needs: 'listings.read' } }, ({ db, ctx, query }) => {
  const name = `${ctx.business.slug}-listings-${localDateOf(ctx.now, ctx.business.timeZone)}.csv`
  const headers = { 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-store' }
  return new Response(deskFile(db, ctx, deskAddressIn(query)), { headers })
})
