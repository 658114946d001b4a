import { addDays, parseTime, resolve } from '~/kernel/time'
import { refuse, type Result } from '~/kernel/result'
import { transact, type Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { blockById, blockTime, ensureResource, placesOf, resourceById, resourceOfOwner, type Block, type BlockRefusal } from '../allocation/index.server'
import { staffById } from '../businesses/index.server'
import { calendarPeople } from './calendar-days.server'
import { diaryOf } from './diary.server'

export interface BlockWish {
  /** A staff profile or a place. */
  readonly who: string
  readonly startsAt: number
  readonly endsAt: number
  readonly reason: string
}

/** Blocks a time of a person or a place. Who sees only their own diary can block only that. Answers the block's id. */
export function blockDiary(ctx: MemberCtx, { who, ...request }: BlockWish): Result<string, BlockRefusal> {
  return transact((db): Result<string, BlockRefusal> => {
    const resourceId = resourceFor(db, ctx, who)
    return resourceId === null ? refuse({ kind: 'unknown-resource' }) : blockTime(ctx, { ...request, resourceId })
  })
}

/** The instants of wall times on a date; an end at or before the beginning is of the next day only where it is midnight. */
export function blockSpan(date: string, from: string, to: string, zone: string): { startsAt: number; endsAt: number } {
  const end = parseTime(to) ?? 0
  return { startsAt: resolve(date, parseTime(from) ?? 0, zone), endsAt: end === 0 ? resolve(addDays(date, 1), 0, zone) : resolve(date, end, zone, 'later') }
}

/** A block that this member may take away; null for another business's and for one that is not theirs. */
export function blockForMember(db: Db, ctx: MemberCtx, id: string | undefined): (Block & { readonly name: string }) | null {
  const block = blockById(db, ctx.businessId, id ?? '')
  const resource = block && resourceById(db, ctx.businessId, block.resourceId)
  const diary = diaryOf(ctx.member)
  if (!block || !resource || (diary !== null && resource.ownerId !== diary)) return null
  return { ...block, name: resource.name }
}

/** Whom and what a member may block, people first. */
export function blockable(db: Db, ctx: MemberCtx): { value: string; label: string }[] {
  const diary = diaryOf(ctx.member)
  const places = diary === null ? placesOf(db, ctx.businessId).filter(({ active }) => active) : []
  return [...calendarPeople(db, ctx, diary), ...places].map(({ id, name }) => ({ value: id, label: name }))
}

function resourceFor(db: Db, ctx: MemberCtx, who: string): string | null {
  const diary = diaryOf(ctx.member)
  const person = staffById(db, ctx.businessId, who)
  if (person) {
    if (diary !== null && diary !== person.id) return null
    const found = resourceOfOwner(db, ctx.businessId, 'person', person.id)
    return found?.id ?? ensureResource(db, ctx, { businessId: ctx.businessId, storeId: null, kind: 'person', ownerId: person.id, name: person.name, capacity: 1 })
  }
  const place = diary === null ? resourceById(db, ctx.businessId, who) : null
  return place?.kind === 'place' ? place.id : null
}
