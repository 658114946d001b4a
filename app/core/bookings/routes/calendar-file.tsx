import { notFound } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { calendarEntry } from '../emails/calendar-entry.server'
import { letterFor } from '../emails/letter.server'
import { bookingById } from '../queries.server'

/** The booking as a file that calendars take; the same entry that the mails carry. */
export const loader = guarded({ access: 'booking' }, ({ db, ctx }) => {
  const booking = bookingById(db, ctx.businessId, ctx.booking.id)
  const letter = booking && letterFor(db, booking)
  if (!letter) notFound(ctx.i18n.t('This booking is no longer here.'))
  const { name, type, content } = calendarEntry(letter, ctx.now)
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Disposition': `attachment; filename="${name}"`, 'Cache-Control': 'no-store' }
  return new Response(content, { headers })
})
