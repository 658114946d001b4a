import type * as z from 'zod'
import type { storeForm } from './forms'
import { taxRateText } from './model/tax-rate'
import type { Store } from './queries.server'
import type { StoreDetails } from './save-store.server'

type StoreValues = z.output<ReturnType<typeof storeForm>>

/** What the form of a store says, in the words of its use cases. */
export function storeDetails({ taxRate, taxIncluded, ...rest }: StoreValues): StoreDetails {
  return { ...rest, taxRatePpm: taxRate, taxIncluded: taxIncluded === 'yes' }
}

/** A store as its form shows it. */
export function storeValues({ name, line1, line2, postalCode, city, region, country, timeZone, phone, email, directions, taxName, taxRatePpm, taxIncluded }: Store) {
  const tax = { taxName, taxRate: taxRateText(taxRatePpm), taxIncluded: taxIncluded ? 'yes' : 'no' }
  return { name, line1, line2, postalCode, city, region, country, timeZone, phone, email, directions, ...tax }
}

/** What the form of a new store begins with: a second one is mostly in the country of the first. */
export function newStoreValues(first: Store | undefined): ReturnType<typeof storeValues> {
  const empty = { name: '', line1: '', line2: '', postalCode: '', city: '', region: '', phone: '', email: '', directions: '' }
  if (!first) return { ...empty, country: '', timeZone: '', taxName: '', taxRate: '', taxIncluded: '' }
  const { country, timeZone, taxName, taxRate, taxIncluded } = storeValues(first)
  return { ...empty, country, timeZone, taxName, taxRate, taxIncluded }
}
