import { formatInstant } from '~/kernel/time'
import type { ShownVisit } from '../shown-visit.server'

interface Part {
  readonly slug: string
  readonly person: { readonly slug: string } | null
}

/** As much of a visit as an address says. */
export interface VisitAddress extends Pick<ShownVisit, 'business' | 'store' | 'manyStores' | 'onePerson'> {
  readonly parts: readonly Part[]
}

/** The address of a step, with services, people and place carried on. */
export function stepHref(visit: VisitAddress, step: 'times' | 'book' | 'also', more: Readonly<Record<string, string>> = {}): string {
  const [first, ...others] = visit.parts
  const query = new URLSearchParams(more)
  if (first?.person) query.append('staff', first.person.slug)
  for (const { slug } of others) query.append('also', slug)
  if (others.some(({ person }) => person !== null)) for (const { person } of others) query.append('with', person?.slug ?? '')
  if (visit.onePerson) query.append('together', 'yes')
  if (visit.manyStores) query.append('store', visit.store.code)
  return `/b/${visit.business.slug}/appointments/${first?.slug ?? ''}/${step}${query.size > 0 ? `?${query}` : ''}`
}

/** Where a time is booked: an instant in an address is "2026-12-01T10:00Z", its colons unescaped so that people can read it. */
export function bookHref(visit: VisitAddress, start: number): string {
  const [path = '', rest] = stepHref(visit, 'book').split('?')
  return `${path}?start=${formatInstant(start)}${rest === undefined ? '' : `&${rest}`}`
}

/** The visit with everything done by this person, as a time has it that one person was found for. */
export function byPerson<V extends ShownVisit>(visit: V, person: { readonly slug: string } | undefined): VisitAddress {
  if (!person) return visit
  return { ...visit, onePerson: false, parts: visit.parts.map((part) => (part.staffChoice === 'places' ? part : { ...part, person })) }
}

/** The visit with one more service at its end. */
export function withAlso(visit: VisitAddress, slug: string, keepsStore: boolean): VisitAddress {
  return { ...visit, manyStores: visit.manyStores && keepsStore, parts: [...visit.parts, { slug, person: null }] }
}

/** The visit without one of its services. */
export function without(visit: VisitAddress, slug: string): VisitAddress {
  return { ...visit, parts: visit.parts.filter((part) => part.slug !== slug) }
}
