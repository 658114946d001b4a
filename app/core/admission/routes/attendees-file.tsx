import { localDateOf } from '~/kernel/time'
import { guarded } from '~/platform/guarded.server'
import { attendeeAddress } from '../attendee-address'
import { attendeeFile } from '../attendee-file.server'
import { attendeesOf, filtered } from '../attendees.server'
import { sessionOr404 } from '../door-page.server'

/** The list with the filters of its address, all pages of it, as a file. */
export const loader = guarded({ access: { needs: 'admission.run' } }, ({ db, ctx, params, query }) => {
  const session = sessionOr404(db, ctx, params.session)
  const content = attendeeFile(db, ctx, filtered(attendeesOf(db, ctx, session.id), attendeeAddress(query)))
  const name = `${ctx.business.slug}-${localDateOf(session.startsAt, session.timeZone)}-attendees.csv`
  const headers = { 'Content-Type': 'text/csv; charset=utf-8; header=present', 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'private, no-store' }
  return new Response(content, { headers })
})
