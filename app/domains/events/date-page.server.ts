import { leftInRounds, takingsOf } from '~/core/bookings/index.server'
import { changeValues, deskDateFacts, type Session } from '~/core/sessions/index.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { quotaField } from './event-form'
import { dateFigures } from './figures.server'

/** The live numbers of a date, what its tickets brought, and what of it can be changed. */
export function datePage(db: Db, ctx: MemberCtx, session: Session) {
  const { tickets, quotas } = dateFigures(db, ctx, session)
  const takings = takingsOf(db, ctx.businessId, session.id, 'ticket')
  return {
    ...deskDateFacts(db, ctx, session),
    currency: ctx.business.currency,
    toTell: leftInRounds(db, ctx.businessId, session.id),
    tickets: tickets.map(({ ticket, sold, left }) => ({ id: ticket.id, title: ticket.title, active: ticket.active, taken: sold.taken, held: sold.held, left, revenueMinor: takings.get(ticket.id)?.priceMinor ?? 0 })),
    revenueMinor: [...takings.values()].reduce((sum, { priceMinor }) => sum + priceMinor, 0),
    quotas: quotas.map(({ quota, figures: { capacity, taken, held } }) => ({ id: quota.id, name: quota.name, capacity, taken, held })),
    values: {
      ...changeValues(db, ctx, session),
      ...Object.fromEntries(quotas.map(({ quota, figures }) => [quotaField(quota.id), figureText(figures.capacity)])),
    },
  }
}

function figureText(figure: number | null): string {
  return figure === null ? '' : String(figure)
}
