import { ok, refuse, type Result } from '~/kernel/result'
import { read } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { deskActs, mayBecome, mostChosen, type DeskAct } from './desk-selection'
import { deskOf, mayChange } from './desk-page.server'
import { deskListingsByIds } from './desk-list.server'
import { setAnyListingStatus } from './keepers.server'

export type ChosenRefusal = { readonly kind: 'none-chosen' } | { readonly kind: 'too-many'; readonly most: number }

/** With how many it was done, and how many stayed as they were. */
export interface ActedOn {
  readonly done: number
  readonly left: number
}

/**
 * Does the same with several listings, one after the other, each in a transaction of its own: one that is refused holds up no other. What is
 * not this business's, or not the member's to change, is left.
 */
export function actOnListings(ctx: MemberCtx, ids: readonly string[], act: DeskAct): Result<ActedOn, ChosenRefusal> {
  if (ids.length === 0) return refuse({ kind: 'none-chosen' })
  if (ids.length > mostChosen) return refuse({ kind: 'too-many', most: mostChosen })
  const chosen = read((db) => deskListingsByIds(db, deskOf(db, ctx), ids))
  const done = chosen.filter((listing) => mayChange(ctx, listing.domain) && mayBecome(listing.status, act) && setAnyListingStatus(ctx, listing.id, deskActs[act]).ok).length
  return ok({ done, left: ids.length - done })
}
