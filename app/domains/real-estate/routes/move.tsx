import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bookingById, cannotMove, moveBooking, payBooking, paymentAnswer } from '~/core/bookings/index.server'
import { seeOther } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { guarded, guardedAction, type BookingCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb, Kicker } from '~/ui/page'
import { When } from '~/ui/when'
import { guestsStay, moveTo, nearestMoves, previewOf, shownMove, wantedStay, type MovingStay } from '../move-page.server'
import { guestsViewing } from '../move-viewing.server'
import { moveTrouble } from '../move-words.server'
import { typedStay } from '../asked-stay'
import { MoveStay } from '../ui/move-stay'

export const loader = guarded({ access: 'booking' }, ({ db, ctx, query }) => {
  // The core knows one way to move what is booked here.
  if (guestsViewing(db, ctx.businessId, ctx.booking.id)) throw seeOther(bookingPath(ctx).replace(ctx.booking.reference, `${ctx.booking.reference}/viewing`))
  const stay = theirStay(db, ctx)
  const { asked, wanted } = wantedStay(stay, query)
  const move = shownMove(ctx, stay)
  return {
    title: ctx.i18n.t('Move booking {reference}', { reference: move.reference }),
    move,
    asked,
    preview: wanted && move.stands ? previewOf(db, ctx, stay, wanted, false) : null,
    path: `/bookings/${move.reference}/stay`,
    back: bookingPath(ctx),
    keep: tokenOf(ctx),
  }
})

export const action = guardedAction({ access: 'booking' }, async ({ ctx, form }) => {
  const stay = read((db) => theirStay(db, ctx))
  const { asked, wanted } = wantedStay(stay, typedStay(form))
  if (!wanted) return data({ asked, why: ctx.i18n.t('Choose the day you arrive and the day you leave.'), nearest: [] }, { status: 422 })
  const moved = moveBooking(ctx, { bookingId: ctx.booking.id, items: [moveTo(stay, wanted)] })
  if (moved.ok && moved.value.outcome === 'to-pay') return paymentAnswer(await payBooking(ctx, ctx.booking.id), bookingPath(ctx))
  if (moved.ok) return seeOther(bookingPath(ctx), { key: moved.value.outcome === 'asked' ? 'bookings.move-asked' : 'bookings.moved' })
  const { why, status } = moveTrouble(ctx, moved.refusal)
  return data({ asked, why, nearest: read((db) => nearestMoves(db, ctx, stay, wanted, false)) }, { status })
})

function theirStay(db: Db, ctx: BookingCtx): MovingStay {
  return guestsStay(db, ctx.businessId, ctx.booking.id) ?? cannotMove(ctx, bookingById(db, ctx.businessId, ctx.booking.id), ctx.i18n.t('This booking cannot be moved here.'), { href: bookingPath(ctx), label: ctx.i18n.t('Back to your booking') })
}

function tokenOf({ booking }: BookingCtx): Readonly<Record<string, string>> {
  return booking.token === null ? {} : { token: booking.token }
}

function bookingPath({ booking }: BookingCtx): string {
  return `/bookings/${booking.reference}${booking.token === null ? '' : `?token=${booking.token}`}`
}

export default function Move() {
  const i18n = useI18n()
  const { move, asked, preview, path, back, keep } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const about = move.asks
    ? i18n.t('{business} has to agree first. Until then your stay is as it is, and the new nights are kept for you.', { business: move.business })
    : i18n.t('Your old nights become free for others at once. The new ones cost what they would cost if you booked them now.')
  return (
    <div className="stack loose">
      <Breadcrumb href={back} label={i18n.t('Back to your booking')} nav={i18n.t('Your booking')} />
      <header className="stack tight">
        <Kicker>{i18n.t('Booking {reference}, {business}', { reference: move.reference, business: move.business })}</Kicker>
        <h1>{preview?.kind === 'moves' && !refused ? i18n.t('Move your stay?') : i18n.t('Which dates suit you better?')}</h1>
        <p>
          <span dir="auto">{move.title}</span>
          {', '}
          {i18n.t('now on')} <When start={move.startsAt} end={move.endsAt} zone={move.zone} readerZone={move.readerZone} />
          {`, ${move.guests}`}
        </p>
      </header>
      {move.stands ? (
        <MoveStay
          move={move}
          asked={refused?.asked ?? asked}
          preview={refused ? { kind: 'refused', why: refused.why, nearest: refused.nearest } : preview}
          path={path}
          keep={keep}
          atDesk={false}
          about={about}
        />
      ) : (
        <p className="lede">{i18n.t('This booking no longer stands or has begun, so it cannot be moved.')}</p>
      )}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title ?? 'Guildhall' }, { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
