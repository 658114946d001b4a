import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { minute } from '~/kernel/time'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { release, setPoolCapacity } from '../allocation/index.server'
import { confirmReached } from './decide-sessions.server'
import type { Scope, SessionTerms, SettingTerms } from './draft'
import { sessionChanged } from './events'
import { followers } from './followers.server'
import { decideByOf, factsOf, termsProblem } from './make-session.server'
import { claimNeeds, freeStarts } from './needs.server'
import { offDates } from './off-hours.server'
import { placesOfSession } from './queries.server'
import type { ChangeSessionRefusal, TakenDate } from './refusals'
import { placeIdsOf, replacePlaces, updateSession, type Session } from './rows.server'
import { splitSeries } from './split-series.server'
import { isAhead, targetsOf, type Targets } from './targets.server'

export interface SessionChange extends SettingTerms {
  readonly sessionId: string
  readonly scope: Scope
  /** What is to be another; the rest stays, with each of those that follow as it is there. */
  readonly changes: Partial<SessionTerms>
}

/**
 * Changes what holds of a session, or of it and all that follow; all or none. Never fewer places than are taken, and no minimum where it was
 * promised that it takes place. Somebody else who leads it works then, unless told otherwise, and is shown with every booking in it.
 */
export function changeSession(ctx: BusinessCtx, { sessionId, scope, changes, anyHours = false }: SessionChange): Result<readonly Session[], ChangeSessionRefusal> {
  return transact((db): Result<readonly Session[], ChangeSessionRefusal> => {
    const targets = targetsOf(db, ctx, sessionId, scope)
    if (!targets.ok) return targets
    const changed: Session[] = []
    const otherGuide: Session[] = []
    const taken: TakenDate[] = []
    for (const session of inSeries(db, ctx, targets.value, changes)) {
      const one = changeOne(db, ctx, session, changes)
      if (one.ok) {
        changed.push(one.value)
        if (one.value.staffId !== session.staffId) otherGuide.push(one.value)
      } else if (one.refusal.kind === 'taken') taken.push(...one.refusal.dates)
      else return one
    }
    if (taken.length > 0) return refuse({ kind: 'taken', dates: taken, free: scope === 'one' ? whenFree(db, ctx, targets.value.session, changes) : [] })
    const off = anyHours ? [] : offDates(db, ctx, otherGuide)
    return off.length > 0 ? refuse({ kind: 'off-hours', dates: off }) : ok(confirmReached(db, ctx, changed))
  })
}

/** What holds of a session now, as its form begins. */
export function termsOf(db: Db, ctx: BusinessCtx, session: Session): SessionTerms {
  const { title, priceMinor, staffId, prepareMinutes, clearMinutes, minPeople, startsAt, decideBy } = session
  const { capacity } = placesOfSession(db, ctx.businessId, session, ctx.now)
  const decideBeforeMinutes = decideBy === null ? null : Math.round((startsAt - decideBy) / minute)
  return { title, capacity, priceMinor, staffId, placeIds: placeIdsOf(db, session.id), prepareMinutes, clearMinutes, minPeople, decideBeforeMinutes }
}

function inSeries(db: Db, ctx: BusinessCtx, { session, series, all }: Targets, terms: SessionChange['changes']): readonly Session[] {
  if (!series) return all
  const onward = splitSeries(db, ctx, { ...session, ...series }, { days: 0, minutes: 0, terms })
  return (onward ?? []).filter((one) => isAhead(one, ctx.now))
}

function changeOne(db: Db, ctx: BusinessCtx, session: Session, changes: SessionChange['changes']): Result<Session, ChangeSessionRefusal> {
  const before = termsOf(db, ctx, session)
  const terms: SessionTerms = { ...before, ...changes }
  const problem = termsProblem(db, ctx, terms)
  if (problem) return refuse(problem)
  if (session.status === 'confirmed' && terms.minPeople !== null && before.minPeople === null) return refuse({ kind: 'confirmed-already' })
  const { title, priceMinor, staffId, prepareMinutes, clearMinutes, minPeople } = terms
  const decideBy = decideByOf(session.startsAt, terms)
  const after: Session = {
    ...session, title, priceMinor, staffId, prepareMinutes, clearMinutes, minPeople, decideBy, status: minPeople === null ? 'confirmed' : session.status,
    askedAt: decideBy !== null && decideBy > ctx.now ? null : session.askedAt, sequence: session.sequence + 1,
  }
  if (terms.capacity !== before.capacity) {
    const set = setPoolCapacity(ctx, session.poolId, terms.capacity)
    if (!set.ok) return crowded(db, ctx, session, set.refusal.kind === 'taken' ? set.refusal.subjects : [])
  }
  updateSession(db, after)
  replacePlaces(db, session.id, terms.placeIds)
  release(db, ctx.businessId, session.id, ctx.now)
  const claimed = claimNeeds(db, ctx, session.id, { ...after, placeIds: terms.placeIds })
  if (!claimed.ok) return refuse({ kind: 'taken', dates: [claimed.refusal], free: [] })
  if (after.staffId !== session.staffId) followers().led(db, ctx, after)
  record(db, ctx, { businessId: ctx.businessId, action: 'sessions.session.change', subject: session.id, changes: { ...changes } })
  announce(db, ctx, sessionChanged, { businessId: ctx.businessId, storeId: session.storeId, subject: session.id, payload: factsOf(after) })
  return ok(after)
}

function crowded(db: Db, ctx: BusinessCtx, session: Session, subjects: readonly string[]): Result<never, ChangeSessionRefusal> {
  const { taken } = placesOfSession(db, ctx.businessId, session, ctx.now)
  return refuse({ kind: 'crowded', sessionId: session.id, startsAt: session.startsAt, taken, subjects })
}

function whenFree(db: Db, ctx: BusinessCtx, session: Session, changes: SessionChange['changes']): number[] {
  const terms = { ...termsOf(db, ctx, session), ...changes }
  return freeStarts(db, ctx, { ...session, ...terms }, [session.id])
}
