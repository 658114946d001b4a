import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bookingById, cannotMove, moveBooking } from '~/core/bookings/index.server'
import { timesPage } from '~/core/schedules/index.server'
import { parseInstant } from '~/kernel/time'
import { seeOther } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { guarded, guardedAction, type BookingCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb, Kicker } from '~/ui/page'
import { When } from '~/ui/when'
import { guestsViewing, shownViewing, viewingMove, viewingMoveProblem, type MovingViewing } from '../move-viewing.server'
import { MoveViewing } from '../ui/move-viewing'
import { viewingTimes } from '../viewing-times.server'

export const loader = guarded({ access: 'booking' }, ({ db, ctx, query }) => {
  const viewing = theirViewing(db, ctx)
  return {
    title: ctx.i18n.t('Move booking {reference}', { reference: viewing.booking.reference }),
    move: shownViewing(db, ctx, viewing, parseInstant(query.get('start') ?? '')),
    times: timesPage(db, ctx, viewingTimes(db, ctx, viewing.property, { ignoring: [viewing.item.id], agentId: viewing.agentId }), query),
    path: `/bookings/${viewing.booking.reference}/viewing`,
    back: bookingPath(ctx),
    keep: tokenOf(ctx),
  }
})

export const action = guardedAction({ access: 'booking' }, ({ ctx, form }) => {
  const viewing = read((db) => theirViewing(db, ctx))
  const typed = form.get('start')
  const start = typeof typed === 'string' ? parseInstant(typed) : null
  if (start === null) return data(read((db) => ({ problem: viewingMoveProblem(db, ctx, viewing, null, 'not-a-time') })), { status: 422 })
  const moved = moveBooking(ctx, { bookingId: ctx.booking.id, items: [viewingMove(viewing, start)] })
  if (moved.ok) return seeOther(bookingPath(ctx), { key: moved.value.outcome === 'asked' ? 'bookings.move-asked' : 'bookings.moved' })
  const { problem } = read((db) => ({ problem: viewingMoveProblem(db, ctx, viewing, start, moved.refusal.kind) }))
  return data({ problem }, { status: problem.status })
})

function theirViewing(db: Db, ctx: BookingCtx): MovingViewing {
  return guestsViewing(db, ctx.businessId, ctx.booking.id) ?? cannotMove(ctx, bookingById(db, ctx.businessId, ctx.booking.id), ctx.i18n.t('This booking cannot be moved here.'), { href: bookingPath(ctx), label: ctx.i18n.t('Back to your booking') })
}

function tokenOf({ booking }: BookingCtx): Readonly<Record<string, string>> {
  return booking.token === null ? {} : { token: booking.token }
}

function bookingPath({ booking }: BookingCtx): string {
  return `/bookings/${booking.reference}${booking.token === null ? '' : `?token=${booking.token}`}`
}

export default function ViewingMove() {
  const i18n = useI18n()
  const { move, times, path, back, keep } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const problem = refused?.problem ?? move.problem
  const about = move.asks
    ? i18n.t('{business} has to agree first. Until then the viewing stays where it is, and the new time is kept for you.', { business: move.business })
    : i18n.t('Your old time becomes free for others at once. Moving costs nothing.')
  return (
    <div className="stack loose">
      <Breadcrumb href={back} label={i18n.t('Back to your booking')} nav={i18n.t('Your booking')} />
      <header className="stack tight">
        <Kicker>{i18n.t('Booking {reference}, {business}', { reference: move.reference, business: move.business })}</Kicker>
        <h1>{move.wanted === null || problem ? i18n.t('Which time suits you better?') : i18n.t('Move the viewing?')}</h1>
        <p>
          <span dir="auto">{i18n.t('Viewing: {title}', { title: move.title })}</span>
          {', '}
          {i18n.t('now on')} <When start={move.startsAt} end={move.endsAt} zone={move.zone} readerZone={move.readerZone} />
        </p>
      </header>
      {move.stands ? (
        <MoveViewing move={move} times={times} problem={problem} path={path} keep={keep} about={about} />
      ) : (
        <p className="lede">{i18n.t('This booking no longer stands or has begun, so it cannot be moved.')}</p>
      )}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Guildhall' }, { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
