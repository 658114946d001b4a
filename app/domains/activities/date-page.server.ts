import { resourceById } from '~/core/allocation/index.server'
import { leftInRounds, stakesIn } from '~/core/bookings/index.server'
import { staffById } from '~/core/businesses/index.server'
import { recurrenceWords } from '~/core/schedules/index.server'
import { isLive, peopleIn, placeIdsOf, placesOfSession, seriesById, type Session } from '~/core/sessions/index.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { changeValues } from './date-editor.server'
import { dateChoices } from './desk.server'

/** A date as the desk sees it: its numbers, what it needs, and what of it can be changed. */
export function datePage(db: Db, ctx: MemberCtx, session: Session) {
  const { businessId } = ctx
  const series = session.seriesId === null ? null : seriesById(db, businessId, session.seriesId)
  const placeIds = placeIdsOf(db, session.id)
  return {
    id: session.id,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    zone: session.timeZone,
    status: session.status,
    reason: session.reason,
    ownTitle: session.title,
    isAhead: isLive(session.status) && session.startsAt > ctx.now,
    /** Asked at the deadline, and not answered yet. */
    toDecide: session.status === 'scheduled' && session.askedAt !== null && session.startsAt > ctx.now,
    minPeople: session.minPeople,
    decideBy: session.decideBy,
    repeats: series && recurrenceWords(ctx.i18n, series.rule),
    guide: session.staffId === null ? null : (staffById(db, businessId, session.staffId)?.name ?? null),
    rooms: placeIds.flatMap((id) => resourceById(db, businessId, id)?.name ?? []),
    places: placesOfSession(db, businessId, session, ctx.now),
    in: peopleIn(db, businessId, [session.id]).get(session.id) ?? { bookings: 0, people: 0 },
    paidMinor: stakesIn(db, businessId, [session.id]).paidMinor,
    /** Of who is still to be told of a move or a cancellation. */
    toTell: leftInRounds(db, businessId, session.id),
    currency: ctx.business.currency,
    values: changeValues(db, ctx, session),
    choices: dateChoices(db, ctx, { staffId: session.staffId, placeIds }),
  }
}

export type DatePage = ReturnType<typeof datePage>
