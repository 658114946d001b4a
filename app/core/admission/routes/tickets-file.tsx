import { notFound } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { shownTickets } from '../shown-tickets.server'
import { ticketFile, ticketFileName } from '../ticket-file.server'

/** The tickets as a file for paper; the same that the mail carries. */
export const loader = guarded({ access: 'booking' }, ({ db, ctx }) => {
  const shown = shownTickets(db, ctx.i18n, ctx.businessId, ctx.booking.id, ctx.now)
  if (!shown || shown.tickets.length === 0) notFound(ctx.i18n.t('This booking has no tickets: they are there once it is confirmed.'))
  const headers = { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${ticketFileName(shown)}"`, 'Cache-Control': 'no-store' }
  return new Response(new Uint8Array(ticketFile(ctx.i18n, shown, ctx.now)), { headers })
})
