import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Facts } from '~/ui/facts'
import { Kicker } from '~/ui/page'
import { When } from '~/ui/when'
import type { ShownTicket } from '../shown-tickets.server'
import { howItWorks } from '../ticket-words'

interface TicketProps {
  readonly ticket: ShownTicket
  readonly business: string
  readonly reference: string
  readonly number: number
  readonly of: number
  readonly readerZone: string | null
}

/** One ticket: the square for the camera, the code for people, and what it is for. On paper each has a sheet. */
export function TicketSheet({ ticket, business, reference, number, of, readerZone }: TicketProps) {
  const i18n = useI18n()
  const { code, qr, what, withWhom, where, name, quantity, admitted, facts, startsAt, endsAt, zone } = ticket
  const id = `ticket-${number}`
  return (
    <article className="ticket" aria-labelledby={id}>
      <p className="code">
        <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={i18n.t('QR code of the ticket {code}', { code })} shapeRendering="crispEdges">
          <path d={qr.path} fill="#000" />
        </svg>
        <b>{code}</b>
      </p>
      <div className="stack">
        <header className="stack tight">
          <Kicker>{of > 1 ? i18n.t('{business}, ticket {number} of {of}', { business, number, of }) : i18n.t('{business}, ticket', { business })}</Kicker>
          <h2 id={id} dir="auto">
            {what}
          </h2>
          {admitted > 0 && <Badge tone="done">{quantity > 1 ? i18n.t('{admitted} of {quantity} in', { admitted, quantity }) : i18n.t('Let in')}</Badge>}
        </header>
        <Facts
          facts={[
            { term: i18n.t('When'), detail: <When start={startsAt} end={endsAt} zone={zone} readerZone={readerZone} /> },
            { term: i18n.t('Where'), detail: where.mapHref ? <a href={where.mapHref}>{where.text}</a> : <span dir="auto">{where.text}</span> },
            ...(where.onlineHref ? [{ term: i18n.t('Join online'), detail: <a href={where.onlineHref}>{where.onlineHref}</a> }] : []),
            ...(withWhom ? [{ term: i18n.t('With'), detail: <span dir="auto">{withWhom}</span> }] : []),
            { term: i18n.t('For'), detail: <span dir="auto">{name}</span> },
            ...(quantity > 1 ? [{ term: i18n.t('People'), detail: quantity }] : []),
            ...facts.map(({ term, text }) => ({ term, detail: <span dir="auto">{text}</span> })),
            { term: i18n.t('Reference'), detail: reference },
          ]}
        />
        <p className="soft fine">{howItWorks(i18n, quantity)}</p>
      </div>
    </article>
  )
}
