import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { transact } from '~/platform/database.server'
import { isLive, sessionById } from '../sessions/index.server'
import { entryById } from './entries.server'
import { offerUntil } from './model/offer-time'
import { offer } from './serve-line.server'
import { waitingSettings } from './settings.server'

export type OfferRefusal = { readonly kind: 'not-in-line' | 'too-late' | 'not-free' }

/** The business offers what is free to somebody in the line, whoever waits before them. */
export function offerNow(ctx: BusinessCtx, entryId: string): Result<null, OfferRefusal> {
  return transact((db): Result<null, OfferRefusal> => {
    const entry = entryById(db, ctx.businessId, entryId)
    const session = entry && sessionById(db, ctx.businessId, entry.sessionId)
    if (entry?.status !== 'waiting' || !session) return refuse({ kind: 'not-in-line' })
    const until = isLive(session.status) ? offerUntil(ctx.now, session.startsAt, waitingSettings(db, ctx.businessId).offerHours) : null
    if (until === null) return refuse({ kind: 'too-late' })
    return offer(ctx, entry, until) ? ok(null) : refuse({ kind: 'not-free' })
  })
}
