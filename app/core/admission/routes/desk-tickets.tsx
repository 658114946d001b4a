import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { Notice } from '~/ui/notice'
import { Breadcrumb, Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Time } from '~/ui/when'
import { bookingForMember } from '../../bookings/index.server'
import { admittedOf } from '../admissions.server'
import { replaceTickets } from '../replace-tickets.server'
import { ticketsOf } from '../tickets.server'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params }) => {
  const { id, reference, contactEmail, contactName } = bookingForMember(db, ctx, params.reference)
  const base = `/dashboard/${ctx.business.slug}`
  return {
    title: ctx.i18n.t('Tickets {reference}', { reference }),
    reference,
    contactName,
    hasEmail: contactEmail !== null,
    back: `${base}/bookings/${reference}`,
    tickets: ticketsOf(db, ctx.businessId, id, ctx.now).map(({ place, code }) => ({
      itemId: place.itemId, code, name: place.name, title: place.title, startsAt: place.startsAt, zone: place.timeZone, quantity: place.quantity,
      admitted: admittedOf(db, place.itemId), door: `${base}/door/${place.sessionId}`,
    })),
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params }) => {
  const { id, reference } = read((db) => bookingForMember(db, ctx, params.reference))
  const replaced = replaceTickets(ctx, id)
  if (!replaced.ok) return conflict({ refusal: ctx.i18n.t('This booking has no tickets: they are there once it is confirmed.') })
  return seeOther(`/dashboard/${ctx.business.slug}/bookings/${reference}/tickets`, { key: 'admission.tickets-replaced', params: { reference } })
})

export default function DeskTickets() {
  const i18n = useI18n()
  const { title, reference, contactName, hasEmail, back, tickets } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  return (
    <>
      <Breadcrumb href={back} label={reference} nav={i18n.t('Back')} />
      <TitleLine title={title} kicker={contactName} />
      <div className="stack loose">
        {refusal && (
          <Notice tone="bad" announce>
            <p>{refusal}</p>
          </Notice>
        )}
        {tickets.length === 0 ? <p>{i18n.t('This booking has no tickets: they are there once it is confirmed.')}</p> : <Listed />}
        {tickets.length > 0 && (
          <Section id="replace" title={i18n.t('Lost, or gone to the wrong person?')}>
            <p>
              {hasEmail
                ? i18n.t('New tickets have other codes. They go to {name} by mail, and no code that was sent so far opens the door any more.', { name: contactName })
                : i18n.t('New tickets have other codes, and no code that was given so far opens the door any more. {name} left no e-mail address: say the new codes yourself.', { name: contactName })}
            </p>
            <form id="replace-tickets" method="post">
              <Actions>
                <Button variant="danger">{i18n.t('Make new tickets')}</Button>
              </Actions>
            </form>
          </Section>
        )}
      </div>
    </>
  )
}

function Listed() {
  const i18n = useI18n()
  const { tickets } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={i18n.t('Tickets of this booking')}
      quietCaption
      fold
      rows={tickets}
      rowKey={({ itemId }) => itemId}
      columns={[
        {
          key: 'code',
          heading: i18n.t('Ticket code'),
          names: true,
          cell: ({ code, door }) => (
            <a className="num" href={`${door}?${new URLSearchParams({ code })}`}>
              {code}
            </a>
          ),
        },
        { key: 'who', heading: i18n.t('Who'), cell: ({ name }) => <span dir="auto">{name}</span> },
        {
          key: 'what',
          heading: i18n.t('What'),
          cell: ({ title, startsAt, zone }) => (
            <>
              {title}
              <br />
              <Time at={startsAt} zone={zone} />
            </>
          ),
        },
        {
          key: 'in',
          heading: i18n.t('In'),
          place: 'state',
          cell: ({ admitted, quantity }) => <Badge tone={admitted > 0 ? 'done' : 'plain'}>{i18n.t('{admitted} of {quantity} in', { admitted, quantity })}</Badge>,
        },
      ]}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
