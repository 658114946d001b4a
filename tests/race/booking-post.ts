import { formatInstant } from '~/kernel/time'
import type { Ask } from '../load/client'

export interface WishedVisit {
  readonly key: string
  readonly email: string
  /** The service's slug. */
  readonly service: string
  readonly start: number
  /** The slug of a member of staff; null for whoever is free. */
  readonly person: string | null
}

/** The post that books a visit at a business. */
export function bookingPost(slug: string, { key, email, service, start, person }: WishedVisit): Ask {
  const staff = person === null ? '' : `&staff=${person}`
  return {
    method: 'POST',
    path: `/b/${slug}/appointments/${service}/book?start=${formatInstant(start)}${staff}`,
    form: { name: `Customer ${key}`, email, key, checked: 'yes', website: '', website_at: '1' },
  }
}
