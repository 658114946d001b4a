import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { entryById, type WaitingEntry } from './entries.server'
import { waitedSession, type WaitedSession } from './waited-session.server'

/** A session of this business whose line a member looks at, or 404. */
export function lineSession(db: Db, ctx: MemberCtx, sessionId: string | undefined): WaitedSession {
  return waitedSession(db, ctx.businessId, sessionId ?? '') ?? notFound(ctx.i18n.t('We know no such date.'))
}

/** An entry of that line, or 404. */
export function entryInLine(db: Db, ctx: MemberCtx, params: Readonly<Record<string, string>>): { session: WaitedSession; entry: WaitingEntry; back: string } {
  const session = lineSession(db, ctx, params.session)
  const entry = entryById(db, ctx.businessId, params.entry ?? '')
  const back = `/dashboard/${ctx.business.slug}/waiting-list/${session.id}`
  if (entry?.sessionId !== session.id) notFound(ctx.i18n.t('This entry is no longer there.'), { href: back, label: ctx.i18n.t('Waiting list') })
  return { session, entry, back }
}
