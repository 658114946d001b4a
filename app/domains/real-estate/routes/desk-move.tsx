import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bookingForMember, cannotMove, moveBooking } from '~/core/bookings/index.server'
import { seeOther } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { guarded, guardedAction, type MemberCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { When } from '~/ui/when'
import { typedStay } from '../asked-stay'
import { movingStay, moveTo, nearestMoves, previewOf, shownMove, wantedStay, type MovingStay } from '../move-page.server'
import { movingViewing } from '../move-viewing.server'
import { moveTrouble } from '../move-words.server'
import { MoveStay } from '../ui/move-stay'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params, query, url }) => {
  const booking = bookingForMember(db, ctx, params.reference)
  if (movingViewing(db, booking)) throw seeOther(`/dashboard/${ctx.business.slug}/real-estate/bookings/${booking.reference}/viewing`)
  const stay = theStay(db, ctx, params.reference)
  const { asked, wanted } = wantedStay(stay, query)
  return {
    title: ctx.i18n.t('Move {reference}', { reference: stay.booking.reference }),
    who: stay.booking.contactName,
    move: shownMove(ctx, stay),
    asked,
    preview: wanted && previewOf(db, ctx, stay, wanted, true),
    path: url.pathname,
    back: `/dashboard/${ctx.business.slug}/bookings/${stay.booking.reference}`,
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params, form }) => {
  const stay = read((db) => theStay(db, ctx, params.reference))
  const { asked, wanted } = wantedStay(stay, typedStay(form))
  if (!wanted) return data({ asked, why: ctx.i18n.t('Choose the day of arrival and the day of departure.'), nearest: [] }, { status: 422 })
  const { id, reference } = stay.booking
  const moved = moveBooking(ctx, { bookingId: id, items: [moveTo(stay, wanted)] })
  if (moved.ok) return seeOther(`/dashboard/${ctx.business.slug}/bookings/${reference}`, { key: 'bookings.moved-by-us', params: { reference } })
  const { why, status } = moveTrouble(ctx, moved.refusal)
  return data({ asked, why, nearest: read((db) => nearestMoves(db, ctx, stay, wanted, true)) }, { status })
})

function theStay(db: Db, ctx: MemberCtx, reference: string | undefined): MovingStay {
  const booking = bookingForMember(db, ctx, reference)
  return movingStay(db, booking) ?? cannotMove(ctx, booking, ctx.i18n.t('This booking cannot be moved here.'), { href: `/dashboard/${ctx.business.slug}/bookings/${booking.reference}`, label: ctx.i18n.t('Back to the booking') })
}

export default function DeskMove() {
  const i18n = useI18n()
  const { title, who, move, asked, preview, path, back } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb href={back} label={move.reference} nav={i18n.t('Back')} />
      <TitleLine title={title} kicker={`${move.title}, ${who}`} />
      <div className="stack loose">
        <p>
          {i18n.t('It is on')} <When start={move.startsAt} end={move.endsAt} zone={move.zone} />
          {`, ${move.guests}`}
        </p>
        <MoveStay
          move={move}
          asked={refused?.asked ?? asked}
          preview={refused ? { kind: 'refused', why: refused.why, nearest: refused.nearest } : preview}
          path={path}
          keep={{}}
          atDesk
          about={i18n.t('The old nights are free for others at once, and the guest gets a mail. Have you agreed it with them?')}
        />
      </div>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
