import { formatInstant } from '~/kernel/time'
import type { ShownVisit } from '../shown-visit.server'

/** The address of a step, with person and place carried on. */
export function stepHref(visit: Pick<ShownVisit, 'business' | 'service' | 'store' | 'manyStores' | 'person'>, step: 'times' | 'book', more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({
    ...more,
    ...(visit.person ? { staff: visit.person.slug } : {}),
    ...(visit.manyStores ? { store: visit.store.code } : {}),
  })
  return `/b/${visit.business.slug}/appointments/${visit.service.slug}/${step}${query.size > 0 ? `?${query}` : ''}`
}

/** Where a time is booked: an instant in an address is "2026-12-01T10:00Z", its colons unescaped so that people can read it. */
export function bookHref(visit: Parameters<typeof stepHref>[0], start: number): string {
  const [path = '', rest] = stepHref(visit, 'book').split('?')
  return `${path}?start=${formatInstant(start)}${rest === undefined ? '' : `&${rest}`}`
}
