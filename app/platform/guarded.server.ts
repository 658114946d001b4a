import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import type { Actor, BusinessCtx, Ctx, Membership } from '~/kernel/ctx'
import { uuidv7 } from '~/kernel/ids'
import type { Access } from '~/kernel/permissions'
import { isZone } from '~/kernel/time'
import { forbidden, notFound } from './answers.server'
import { now } from './clock.server'
import { cookieNames, cookieValue } from './cookies.server'
import { read, withoutWrites, type Db } from './database.server'
import { gate, type Account, type BookingHolder } from './gate.server'
import type { Landing } from './landings'
import { confirmed } from './litefs.server'
import type { LoadContext } from './load-context'
import { i18nFor, languageAccepted, languages, pseudoLanguage } from './words/i18n'

export interface MemberCtx extends BusinessCtx {
  readonly member: Membership
  readonly account: Account
}

export interface AccountCtx extends Ctx {
  readonly account: Account
}

export interface BookingCtx extends BusinessCtx {
  readonly booking: { readonly id: string; readonly reference: string; readonly by: 'link' | 'account'; readonly token: string | null }
}

/** The context that an access gives: whoever passed it has what it promises. */
export type CtxOf<A extends Access> = A extends 'public'
  ? Ctx & { readonly account: Account | null }
  : A extends 'business'
    ? BusinessCtx & { readonly account: Account | null }
    : A extends 'booking'
      ? BookingCtx
      : A extends { needs: string }
        ? MemberCtx
        : AccountCtx

interface Arguments<A extends Access> {
  readonly ctx: CtxOf<A>
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly url: URL
  readonly request: Request
  /** For the one `<style nonce>` of a calendar. */
  readonly nonce: string
  readonly addHeader: LoadContext['addHeader']
}

export interface LoaderArguments<A extends Access> extends Arguments<A> {
  readonly db: Db
}

export interface ActionArguments<A extends Access> extends Arguments<A> {
  readonly form: FormData
}

interface GuardedBy<A extends Access> {
  readonly access: A
}

/**
 * A loader behind its access. Opens one short read transaction around `load` (session and membership are read in it too) and closes it
 * before anything is rendered; `transact()` throws inside. Without a session: 303 to log-in. What is not yours: 404. Without the permission: 403.
 */
export function guarded<const A extends Access, T>({ access }: GuardedBy<A>, load: (args: LoaderArguments<A>) => T): (args: LoaderFunctionArgs) => Promise<T> {
  return async (args) => {
    const seen = look(args)
    return withoutWrites(seen.url.pathname, () =>
      read((db) => {
        const ctx: CtxOf<A> = admit(db, access, seen)
        args.context.setHeader('Cache-Control', cacheFor(access, seen))
        return load({ ...seen, ctx, db }) as T extends PromiseLike<unknown> ? never : T
      }),
    )
  }
}

/** An action behind its access. Reads the form, runs `act`, and answers only after what it wrote is confirmed. */
export function guardedAction<const A extends Access, T>({ access }: GuardedBy<A>, act: (args: ActionArguments<A>) => T | Promise<T>): (args: ActionFunctionArgs) => Promise<T> {
  return async (args) => {
    if (args.request.method !== 'POST') throw data({ why: 'This page takes forms sent by POST.' }, { status: 405 })
    const seen = look(args)
    const ctx = read((db) => admit(db, access, seen) as CtxOf<A> extends PromiseLike<unknown> ? never : CtxOf<A>)
    touch(ctx)
    const form = await formOf(args.request)
    args.context.setHeader('Cache-Control', cacheFor(access, seen))
    const answer = await act({ ...seen, ctx, form })
    await confirmed()
    return answer
  }
}

interface LandedOn<A extends Access> extends GuardedBy<A> {
  /** As the one list of landings has it. */
  readonly at: Landing
}

/**
 * The loader of a landing, which others redirect a browser to and which may write: `transact()` works in `act`. Answers 303 to a clean page,
 * after what it wrote is confirmed; may run twice without harm, since browsers reload. A HEAD, which looks only, does nothing.
 */
export function landing<const A extends Access>({ access }: LandedOn<A>, act: (args: Arguments<A>) => Response | Promise<Response>): (args: LoaderFunctionArgs) => Promise<Response> {
  return async (args) => {
    if (args.request.method !== 'GET') return new Response(null, { status: 405, headers: { Allow: 'GET' } })
    const seen = look(args)
    args.context.setHeader('Cache-Control', 'no-store')
    // Its address may hold a code.
    args.context.setHeader('Referrer-Policy', 'no-referrer')
    const ctx = read((db) => admit(db, access, seen) as CtxOf<A> extends PromiseLike<unknown> ? never : CtxOf<A>)
    const answer = await act({ ...seen, ctx })
    if (answer.status !== 303) throw new Error(`${seen.url.pathname} answered ${answer.status}: a landing leads to a clean page`)
    await confirmed()
    return answer
  }
}

// Whatever the access, `admit` says whose session it is.
function touch(ctx: Ctx & { readonly account?: Account | null }): void {
  if (ctx.account) gate().touch?.(ctx.account, ctx.now)
}

interface Seen {
  readonly request: Request
  readonly url: URL
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly nonce: string
  readonly addHeader: LoadContext['addHeader']
  readonly context: LoadContext
}

function look({ request, params, context }: LoaderFunctionArgs): Seen {
  const url = new URL(request.url)
  return { request, url, params: params as Record<string, string>, query: url.searchParams, nonce: context.nonce, addHeader: context.addHeader, context }
}

// The promise of CtxOf is kept case by case; TypeScript cannot follow a conditional type through it.
function admit<A extends Access>(db: Db, access: A, seen: Seen): CtxOf<A>
function admit(db: Db, access: Access, seen: Seen): Ctx {
  const at = now()
  const cookies = seen.request.headers.get('Cookie')
  const account = gate().account(db, cookieValue(cookies, cookieNames.session), at)
  const ctx = { ...baseCtx(seen, cookies, account, at), account }
  if (access === 'public') return ctx
  if (access === 'business') return inBusiness(db, ctx, seen, 'public')
  if (access === 'booking') return withBooking(db, ctx, seen, account)
  if (!account) throw toLogIn(seen)
  if (typeof access === 'object') {
    const member = inBusiness(db, ctx, seen, 'member')
    if (!member.member?.may(access.needs)) forbidden(ctx.i18n.t('Your role does not include this. An owner of the business can change what you may do.'))
    return member
  }
  if (access === 'admin' && !account.roles.includes('admin')) notFound(ctx.i18n.t('There is nothing here for you.'))
  return ctx
}

function baseCtx(seen: Seen, cookies: string | null, account: Account | null, at: number): Ctx {
  const actor: Actor = account ? { kind: 'user', id: account.id, roles: account.roles } : { kind: 'nobody' }
  return {
    now: at,
    newId: () => uuidv7(at),
    requestId: seen.context.requestId,
    clientAddress: seen.context.clientAddress,
    i18n: i18nFor(languageOf(seen.request, cookies, account)),
    zone: zoneOf(cookies, account),
    actor,
  }
}

/** The reader's language: the account's, else the cookie of the footer's form, else the browser's. */
export function languageOf(request: Request, cookies: string | null, account: Account | null): string {
  const accepted = request.headers.get('Accept-Language')
  return account?.language ?? cookieValue(cookies, cookieNames.language) ?? (accepted === pseudoLanguage ? pseudoLanguage : languageAccepted(accepted)) ?? languages[0]
}

function zoneOf(cookies: string | null, account: Account | null): string | null {
  const zone = account?.timeZone ?? cookieValue(cookies, cookieNames.zone)
  return zone && isZone(zone) ? zone : null
}

function inBusiness(db: Db, ctx: Ctx & { account: Account | null }, seen: Seen, as: 'public' | 'member'): BusinessCtx {
  const slug = seen.params.business ?? ''
  const found = gate().business(db, slug, ctx.account?.id ?? null)
  if (found && 'movedTo' in found) throw redirect(seen.url.pathname.replace(`/${slug}`, `/${found.movedTo}`) + seen.url.search, 301)
  const shown = found && (as === 'member' ? found.member !== null : found.facts.status === 'active' || found.facts.status === 'trial')
  if (!found || !shown) notFound(ctx.i18n.t('We know no business at this address.'), { href: '/', label: ctx.i18n.t('Find a business') })
  return { ...ctx, businessId: found.facts.id, business: found.facts, member: found.member }
}

function withBooking(db: Db, ctx: Ctx & { account: Account | null }, seen: Seen, account: Account | null): BookingCtx {
  const reference = seen.params.reference ?? ''
  const token = seen.query.get('token')
  const holder = gate().booking(db, reference, token, account)
  if (!holder) {
    if (!account && token === null) throw toLogIn(seen)
    notFound(ctx.i18n.t('This link no longer opens a booking.'), { href: '/find-booking', label: ctx.i18n.t('Find your booking') })
  }
  return { ...ctx, ...bookingPart(holder, reference, token, ctx.actor) }
}

function bookingPart(holder: BookingHolder, reference: string, token: string | null, actor: Actor) {
  return {
    businessId: holder.facts.id,
    business: holder.facts,
    member: null,
    actor: holder.by === 'link' ? ({ kind: 'link', bookingId: holder.bookingId } as const) : actor,
    booking: { id: holder.bookingId, reference, by: holder.by, token },
  }
}

function toLogIn({ request, url }: Seen): Response {
  const back = request.method === 'GET' ? `?to=${encodeURIComponent(url.pathname + url.search)}` : ''
  return redirect(`/log-in${back}`, 303)
}

// Pages with a key are kept by the browser alone, so that Back shows the same key; what a link or a token opens is kept nowhere.
function cacheFor(access: Access, seen: Seen): string {
  return access === 'booking' || seen.query.has('token') ? 'no-store' : 'private, no-cache'
}

async function formOf(request: Request): Promise<FormData> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/i.test(type)) throw data({ why: 'This page takes plain forms.' }, { status: 415 })
  try {
    return await request.formData()
  } catch {
    throw data({ why: 'The form came in pieces that do not fit. Go back and send it again.' }, { status: 400 })
  }
}
