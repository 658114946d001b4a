import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bookingForMember, cannotMove, moveBooking } from '~/core/bookings/index.server'
import { deskTimes } from '~/core/schedules/index.server'
import { parseInstant } from '~/kernel/time'
import { seeOther } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { guarded, guardedAction, type MemberCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { When } from '~/ui/when'
import { movingViewing, shownViewing, viewingMove, viewingMoveProblem, type MovingViewing } from '../move-viewing.server'
import { MoveViewing } from '../ui/move-viewing'
import { viewingTimes } from '../viewing-times.server'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params, query, url }) => {
  const viewing = theViewing(db, ctx, params.reference)
  return {
    title: ctx.i18n.t('Move {reference}', { reference: viewing.booking.reference }),
    who: viewing.booking.contactName,
    move: shownViewing(db, ctx, viewing, parseInstant(query.get('start') ?? '')),
    times: deskTimes(ctx, viewingTimes(db, ctx, viewing.property, { ignoring: [viewing.item.id], atDesk: true, agentId: viewing.agentId }), query.get('from')),
    path: url.pathname,
    back: `/dashboard/${ctx.business.slug}/bookings/${viewing.booking.reference}`,
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params, form }) => {
  const viewing = read((db) => theViewing(db, ctx, params.reference))
  const typed = form.get('start')
  const start = typeof typed === 'string' ? parseInstant(typed) : null
  if (start === null) return data(read((db) => ({ problem: viewingMoveProblem(db, ctx, viewing, null, 'not-a-time') })), { status: 422 })
  const { id, reference } = viewing.booking
  const moved = moveBooking(ctx, { bookingId: id, items: [viewingMove(viewing, start)] })
  if (moved.ok) return seeOther(`/dashboard/${ctx.business.slug}/bookings/${reference}`, { key: 'bookings.moved-by-us', params: { reference } })
  const { problem } = read((db) => ({ problem: viewingMoveProblem(db, ctx, viewing, start, moved.refusal.kind) }))
  return data({ problem }, { status: problem.status })
})

function theViewing(db: Db, ctx: MemberCtx, reference: string | undefined): MovingViewing {
  const booking = bookingForMember(db, ctx, reference)
  return movingViewing(db, booking) ?? cannotMove(ctx, booking, ctx.i18n.t('This booking cannot be moved here.'), { href: `/dashboard/${ctx.business.slug}/bookings/${booking.reference}`, label: ctx.i18n.t('Back to the booking') })
}

export default function DeskViewingMove() {
  const i18n = useI18n()
  const { title, who, move, times, path, back } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb href={back} label={move.reference} nav={i18n.t('Back')} />
      <TitleLine title={title} kicker={`${i18n.t('Viewing: {title}', { title: move.title })}, ${who}`} />
      <div className="stack loose">
        <p>
          {i18n.t('It is on')} <When start={move.startsAt} end={move.endsAt} zone={move.zone} />
        </p>
        <MoveViewing
          move={move}
          times={times}
          problem={refused?.problem ?? move.problem}
          path={path}
          keep={{}}
          about={i18n.t('The old time is free for others at once, and the customer gets a mail. Have you agreed it with them?')}
        />
      </div>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
