import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { describePlaces, domainOf, planPlaces, type ChoiceRefusal, type PartyKind } from '../bookings/index.server'
import { listingById } from '../listings/index.server'
import { partyName } from './forms'
import { waitingSettings } from './settings.server'
import { waitedSession, type WaitedSession } from './waited-session.server'

/** What the address of the page says: which session, and what would be booked. */
export interface JoinStep {
  readonly session: WaitedSession
  /** For one person or one item; the form may ask how many. */
  readonly choices: readonly Readonly<Record<string, unknown>>[]
  /** As they are, however many people they are for. */
  readonly fixed: boolean
  /** The kinds of person that the one choice may be for, where the form asks how many of each; none: it asks how many. */
  readonly kinds: readonly PartyKind[]
}

/** Reads the address; throws 404 where it names no session of this business, or nothing that could be booked. */
export function joinStep(db: Db, ctx: BusinessCtx, sessionId: string | undefined, query: URLSearchParams): JoinStep {
  const session = waitedSession(db, ctx.businessId, sessionId ?? '')
  const choices = query.getAll('choice').slice(0, 50).map(readChoice).filter((choice) => choice !== null)
  if (!session || choices.length === 0) notFound(ctx.i18n.t('We know no such date.'), { href: `/b/${ctx.business.slug}`, label: ctx.i18n.t('See the page of {business}', { business: ctx.business.name }) })
  const fixed = choices.length > 1 || query.has('fixed')
  return { session, choices, fixed, kinds: fixed ? [] : kindsOf(db, ctx, session, choices[0] ?? {}) }
}

/** The choices of a form: as they are, the one for as many of each kind of person as asked, or the one as often as asked. */
export function choicesIn({ session, choices, fixed, kinds }: JoinStep, typed: Readonly<Record<string, unknown>>): JoinStep['choices'] {
  const [choice = {}] = choices
  if (fixed) return choices
  const { party } = domainOf(session.domain)
  if (!party || kinds.length === 0) return Array.from({ length: Number(typed.count ?? 1) }, () => choice)
  const counts = Object.fromEntries(kinds.map((kind) => [kind.id, Number(typed[partyName(kind)] ?? 0)]))
  return [party.choice(choice, counts) as Readonly<Record<string, unknown>>]
}

function kindsOf(db: Db, ctx: BusinessCtx, { domain: id, listingId }: WaitedSession, choice: JoinStep['choices'][number]): readonly PartyKind[] {
  const domain = domainOf(id)
  const listing = listingById(db, ctx.businessId, listingId)
  return listing && domain.choice.safeParse(choice).success ? (domain.party?.kinds(db, listing, choice) ?? []) : []
}

/** What the page says beside its form. */
export function joinPage(db: Db, ctx: BusinessCtx, step: JoinStep) {
  const planned = planPlaces(db, ctx, { listingId: step.session.listingId, choices: step.choices })
  return {
    title: ctx.i18n.t('Waiting list: {title}', { title: step.session.title }),
    business: { name: ctx.business.name, slug: ctx.business.slug },
    session: step.session,
    listingHref: `/b/${ctx.business.slug}/${step.session.domain}/${step.session.slug}`,
    people: planned.ok ? planned.value.quantity : 1,
    fixed: step.fixed,
    kinds: step.kinds,
    places: step.kinds.length > 0 ? null : describePlaces(db, ctx, { listingId: step.session.listingId, choices: step.choices }),
    currency: ctx.business.currency,
    settings: waitingSettings(db, ctx.businessId),
    refused: planned.ok ? null : planned.refusal.kind,
  }
}

/** Why nobody can wait for it. */
export function joinRefusalWords(ctx: BusinessCtx, { session }: JoinStep, refusal: ChoiceRefusal | { readonly kind: 'places-free' | 'too-late' | 'line-full' }): string {
  const { i18n } = ctx
  switch (refusal.kind) {
    case 'places-free':
      return i18n.t('There are places: you need not wait. Book them now.')
    case 'too-late':
    case 'past':
      return i18n.t('It begins too soon for anybody to be asked.')
    case 'line-full':
      return i18n.t('The waiting list is full.')
    case 'against-rule':
      return domainOf(session.domain).ruleWords?.(i18n, refusal) ?? i18n.t('This cannot be waited for.')
    default:
      return i18n.t('This cannot be waited for.')
  }
}

function readChoice(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null
  } catch {
    return null
  }
}
