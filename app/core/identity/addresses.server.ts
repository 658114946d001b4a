import { and, desc, eq } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import type { Account } from '~/platform/gate.server'
import { addresses, type addressKinds } from '#db/schema/identity'
import type { Unknown } from './model/refusals'

type AccountCtx = Ctx & { readonly account: Account }

export type AddressKind = (typeof addressKinds)[number]

export interface AddressFields {
  readonly kind: AddressKind
  readonly name: string
  readonly line1: string
  readonly line2: string | null
  readonly postalCode: string
  readonly city: string
  readonly region: string | null
  /** ISO 3166-1 alpha-2 */
  readonly country: string
}

export interface Address extends AddressFields {
  readonly id: string
  readonly isDefault: boolean
}

/** There are as many addresses as an account may keep. */
export interface TooManyAddresses {
  readonly kind: 'too-many'
  readonly most: number
}

const most = 20

/** An account's addresses, the default of each kind first. */
export function addressesOf(db: Db, userId: string): Address[] {
  return db
    .select(addressColumns)
    .from(addresses)
    .where(eq(addresses.userId, userId))
    .orderBy(addresses.kind, desc(addresses.isDefault), addresses.id)
    .all()
}

/** One of the account's own addresses, or null. */
export function addressById(db: Db, userId: string, id: string): Address | null {
  return (
    db
      .select(addressColumns)
      .from(addresses)
      .where(and(eq(addresses.userId, userId), eq(addresses.id, id)))
      .get() ?? null
  )
}

/** Adds an address; the first of its kind becomes the default. */
export function addAddress(ctx: AccountCtx, fields: AddressFields): Result<string, TooManyAddresses> {
  const userId = ctx.account.id
  return transact((db): Result<string, TooManyAddresses> => {
    const kept = addressesOf(db, userId)
    if (kept.length >= most) return refuse({ kind: 'too-many', most })
    const id = ctx.newId()
    const isDefault = !kept.some(({ kind }) => kind === fields.kind)
    db.insert(addresses)
      .values({ id, userId, ...fields, isDefault })
      .run()
    record(db, ctx, { action: 'identity.address.add', subject: id, changes: { kind: fields.kind, isDefault } })
    return ok(id)
  })
}

/** Changes an address. What becomes of another kind gives its place as default to the next one of the kind it leaves. */
export function changeAddress(ctx: AccountCtx, id: string, fields: AddressFields): Result<true, Unknown> {
  const userId = ctx.account.id
  return transact((db): Result<true, Unknown> => {
    const before = addressById(db, userId, id)
    if (!before) return refuse({ kind: 'unknown' })
    const moves = before.kind !== fields.kind
    const isDefault = moves ? !addressesOf(db, userId).some(({ kind }) => kind === fields.kind) : before.isDefault
    const changed = Object.entries(fields).flatMap(([name, value]) => (before[name as keyof Address] === value ? [] : [name]))
    db.update(addresses)
      .set({ ...fields, isDefault })
      .where(and(eq(addresses.userId, userId), eq(addresses.id, id)))
      .run()
    if (moves && before.isDefault) chooseDefault(db, userId, before.kind)
    record(db, ctx, { action: 'identity.address.change', subject: id, changes: { changed } })
    return ok(true)
  })
}

/** Makes an address the default of its kind. */
export function makeDefaultAddress(ctx: AccountCtx, id: string): Result<true, Unknown> {
  const userId = ctx.account.id
  return transact((db): Result<true, Unknown> => {
    const address = addressById(db, userId, id)
    if (!address) return refuse({ kind: 'unknown' })
    db.update(addresses)
      .set({ isDefault: false })
      .where(and(eq(addresses.userId, userId), eq(addresses.kind, address.kind)))
      .run()
    setDefault(db, userId, id)
    record(db, ctx, { action: 'identity.address.make-default', subject: id, changes: { kind: address.kind } })
    return ok(true)
  })
}

/** Removes an address; where it was the default, the oldest left of its kind takes its place. */
export function removeAddress(ctx: AccountCtx, id: string): Result<true, Unknown> {
  const userId = ctx.account.id
  return transact((db): Result<true, Unknown> => {
    const address = addressById(db, userId, id)
    if (!address) return refuse({ kind: 'unknown' })
    db.delete(addresses)
      .where(and(eq(addresses.userId, userId), eq(addresses.id, id)))
      .run()
    if (address.isDefault) chooseDefault(db, userId, address.kind)
    record(db, ctx, { action: 'identity.address.remove', subject: id, changes: { kind: address.kind } })
    return ok(true)
  })
}

function chooseDefault(db: Db, userId: string, kind: AddressKind): void {
  const next = addressesOf(db, userId).find((address) => address.kind === kind)
  if (next) setDefault(db, userId, next.id)
}

function setDefault(db: Db, userId: string, id: string): void {
  db.update(addresses)
    .set({ isDefault: true })
    .where(and(eq(addresses.userId, userId), eq(addresses.id, id)))
    .run()
}

const addressColumns = {
  id: addresses.id,
  kind: addresses.kind,
  name: addresses.name,
  line1: addresses.line1,
  line2: addresses.line2,
  postalCode: addresses.postalCode,
  city: addresses.city,
  region: addresses.region,
  country: addresses.country,
  isDefault: addresses.isDefault,
}
