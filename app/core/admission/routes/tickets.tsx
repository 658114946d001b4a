import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Chips } from '~/ui/chips'
import { Breadcrumb, Kicker } from '~/ui/page'
import admissionStyles from '~/ui/styles/pages/admission.css?url'
import { shownTickets } from '../shown-tickets.server'
import { TicketSheet } from '../ui/ticket-sheet'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: admissionStyles }]

export const loader = guarded({ access: 'booking' }, ({ db, ctx }) => {
  const { id, reference, token } = ctx.booking
  const query = token === null ? '' : `?token=${token}`
  const back = `/bookings/${reference}${query}`
  const shown = shownTickets(db, ctx.i18n, ctx.businessId, id, ctx.now)
  if (!shown || shown.tickets.length === 0) notFound(ctx.i18n.t('This booking has no tickets: they are there once it is confirmed.'), { href: back, label: ctx.i18n.t('Back to your booking') })
  return { title: ctx.i18n.t('Tickets {reference}', { reference }), back, file: `/bookings/${reference}/tickets.pdf${query}`, readerZone: ctx.zone, ...shown }
})

export default function Tickets() {
  const i18n = useI18n()
  const { reference, business, tickets, back, file, readerZone } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <div className="screen-only">
        <Breadcrumb href={back} label={i18n.t('Back to your booking')} nav={i18n.t('Your booking')} />
      </div>
      <header className="stack tight screen-only">
        <Kicker>{i18n.t('Booking {reference}, {business}', { reference, business: business.name })}</Kicker>
        <h1>{i18n.t('{count, plural, one {Your ticket} other {Your # tickets}}', { count: tickets.length })}</h1>
        <Chips label={i18n.t('Take them along')} chips={[{ href: file, label: i18n.t('As a file to print'), icon: 'download' }]} />
      </header>
      {tickets.map((ticket, index) => (
        <TicketSheet key={ticket.itemId} ticket={ticket} business={business.name} reference={reference} number={index + 1} of={tickets.length} readerZone={readerZone} />
      ))}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} – ${data.business.name}` : 'Guildhall' }, { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
