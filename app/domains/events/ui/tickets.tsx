import type { I18n } from '@lingui/core'
import { priceTag } from '~/core/listings/index'
import { joinPath } from '~/core/waiting-list/index'
import { formatDate } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Options } from '~/ui/choice-field'
import { Details } from '~/ui/details'
import { Section } from '~/ui/page'
import { When } from '~/ui/when'
import type { EventPage } from '../event-page.server'
import { onSaleFrom } from './dates'
import { countName, eventAddress } from './event-hrefs'

/** The tickets of the date that is chosen, each with how many of it. */
export function Tickets({ page }: { page: EventPage }) {
  const i18n = useI18n()
  const { date, tickets, dates, readerZone, cancelled } = page
  if (cancelled !== null) return null
  if (!date) return dates.length > 0 && <p>{i18n.t('Choose a date to see its tickets.')}</p>
  const toBuy = tickets.some(({ most }) => most > 0)
  return (
    <Section id="tickets" title={i18n.t('Tickets')}>
      <p>
        <When start={date.startsAt} end={date.endsAt} zone={date.zone} readerZone={readerZone} />
        {date.title && <span dir="auto">{`, ${date.title}`}</span>}
      </p>
      {date.cancelled || date.isOver ? (
        <p>{date.cancelled ? i18n.t('This date is cancelled. Choose another one.') : i18n.t('This date is over. Choose another one.')}</p>
      ) : (
        <form className="stack keep" id="choose" method="get" action={`/b/${page.business.slug}/events/${page.slug}/book`}>
          <input type="hidden" name="date" value={date.id} />
          {page.code && <input type="hidden" name="code" value={page.code} />}
          <ul className="plain-list flush">
            {tickets.map((ticket) => (
              <li key={ticket.id}>
                <TicketRow page={page} ticket={ticket} zone={date.zone} />
              </li>
            ))}
          </ul>
          {toBuy ? (
            <Actions>
              <Button>{i18n.t('Continue')}</Button>
            </Actions>
          ) : (
            <p>{tickets.length === 0 ? i18n.t('No ticket is on sale for this date.') : i18n.t('Nothing more is to be had for this date. Choose another one.')}</p>
          )}
        </form>
      )}
      {!date.cancelled && !date.isOver && <CodeForm page={page} dateId={date.id} />}
    </Section>
  )
}

type Ticket = EventPage['tickets'][number]

function TicketRow({ page, ticket, zone }: { page: EventPage; ticket: Ticket; zone: string }) {
  const i18n = useI18n()
  const name = countName(ticket.id)
  const counts = [0, ...Array.from({ length: Math.max(0, ticket.most - ticket.least + 1) }, (_, at) => ticket.least + at)]
  return (
    <div className="row ends">
      <div>
        <strong dir="auto">{ticket.title}</strong> <span className="nowrap">{priceTag(i18n, ticket.priceMinor, page.currency)}</span>
        {ticket.step && <span className="soft fine"> {stepText(i18n, ticket.step, page.currency, zone)}</span>}
        {ticket.description && (
          <>
            <br />
            <span className="soft" dir="auto">
              {ticket.description}
            </span>
          </>
        )}
        {ticket.most > 0 && ticket.left !== null && ticket.left <= 10 && <span className="soft fine"> {i18n.t('{few, plural, one {# ticket left} other {# tickets left}}', { few: ticket.left })}</span>}
      </div>
      {ticket.most > 0 ? (
        <div className="field">
          <label className="sr" htmlFor={name}>
            {i18n.t('How many: {ticket}', { ticket: ticket.title })}
          </label>
          <select className="input" id={name} name={name} defaultValue="0" autoComplete="off">
            <Options options={counts.map((count) => ({ value: String(count), label: String(count) }))} />
          </select>
        </div>
      ) : (
        <div>
          <span className="soft">{whyNone(i18n, ticket, zone)}</span>
          {page.date && ticket.sale.kind === 'on-sale' && (
            <>
              <br />
              <a href={joinPath(page.business.slug, page.date.id, [{ session: page.date.id, ticket: ticket.id, code: page.code, shownMinor: null }])}>{i18n.t('Join the waiting list')}</a>
            </>
          )}
        </div>
      )}
    </div>
  )
}

function CodeForm({ page, dateId }: { page: EventPage; dateId: string }) {
  const i18n = useI18n()
  return (
    <Details summary={i18n.t('Have a code?')} open={page.codeUnknown}>
      <form className="filters keep" id="code-form" method="get" action={`${eventAddress({ ...page, code: null })}#tickets`}>
        <input type="hidden" name="date" value={dateId} />
        <div className="field">
          <label htmlFor="code">{i18n.t('Code')}</label>
          {page.codeUnknown && <p className="error">{i18n.t('No ticket is behind this code. Look at how it is written.')}</p>}
          <input className="input" id="code" name="code" defaultValue={page.code ?? ''} autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={40} />
        </div>
        <Button variant="quiet">{i18n.t('Show its tickets')}</Button>
      </form>
    </Details>
  )
}

function stepText(i18n: I18n, { title, until, thenMinor }: NonNullable<Ticket['step']>, currency: string, zone: string): string {
  const then = priceTag(i18n, thenMinor, currency)
  return until === null
    ? i18n.t('{title}, then {price}', { title, price: then })
    : i18n.t('{title} until {day}, then {price}', { title, day: formatDate(i18n.locale, zone, until - 1, 'date'), price: then })
}

function whyNone(i18n: I18n, { sale, left, least }: Ticket, zone: string): string {
  switch (sale.kind) {
    case 'not-yet':
      return onSaleFrom(i18n, sale.from, zone)
    case 'on-sale':
      return left !== null && left > 0 && left < least ? i18n.t('Too few left for one order') : i18n.t('Sold out')
    case 'over':
    case 'not-sold':
      return i18n.t('No longer on sale')
  }
}
