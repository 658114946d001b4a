import type { Session } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { sameWord } from '~/platform/signing.server'
import type { Db } from '~/platform/database.server'
import { dateFigures } from './figures.server'

/** What whoever was refused is told: what is left of each kind of ticket that they may see. `atDesk`: they see all of them. */
export function leftSentence(db: Db, ctx: BusinessCtx, session: Session, code: string | null, atDesk: boolean): string {
  const { i18n } = ctx
  const seen = dateFigures(db, ctx, session).tickets.filter(({ ticket }) => ticket.active && (atDesk || ticket.code === null || sameWord(ticket.code, code ?? '')))
  const left = seen.flatMap(({ ticket, left: count }) => (count === null ? [] : i18n.t('{ticket}: {left, plural, =0 {sold out} one {# left} other {# left}}', { ticket: ticket.title, left: count })))
  return left.length === 0
    ? i18n.t('There are not so many tickets left. Nothing is booked.')
    : i18n.t('There are not so many tickets left. Nothing is booked. {left}.', { left: left.join('; ') })
}
