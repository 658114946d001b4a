import { instantText } from '~/kernel/format'
import type { Db } from '~/platform/database.server'
import { placeIdsOf, sessionStatusWord } from '../sessions/index.server'
import type { Face, Looking } from './calendar-faces.server'
import { sessionLines, sessionPath, takenWords, waitsForPeople, type SessionLine } from './session-lines.server'

/** A session as a calendar shows it, with who leads it and where. */
export interface SessionFace extends Face {
  readonly staffId: string | null
  readonly placeIds: readonly string[]
}

/** The sessions that touch `[from, to)` and were not cancelled, by start. */
export function sessionFaces(db: Db, looking: Looking, from: number, to: number): SessionFace[] {
  const { ctx, narrowed } = looking
  return sessionLines(db, ctx.businessId, { from, to, now: ctx.now }, narrowed).map((session) => ({
    ...sessionFace(looking, session),
    staffId: session.staffId,
    placeIds: looking.address.view === 'day' && session.staffId === null ? placeIdsOf(db, session.id) : [],
  }))
}

function sessionFace({ ctx, base, trades, people, address }: Looking, session: SessionLine): Face {
  const trade = trades[session.domain] ?? session.domain
  const waits = waitsForPeople(session)
  const person = session.staffId === null || address.staff !== '' || address.view === 'day' ? undefined : people.get(session.staffId)
  return {
    key: session.id,
    href: `${base}${sessionPath(session)}`,
    dateTime: instantText(session.startsAt),
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    domain: session.domain,
    kind: waits ? `${trade}, ${sessionStatusWord(ctx.i18n, session.status)}` : trade,
    title: session.title,
    detail: [takenWords(ctx.i18n, session), person].filter(Boolean).join(' · '),
    pending: waits,
  }
}
