import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { memberRoles } from '~/kernel/permissions'
import { isZone } from '~/kernel/time'
import { languages, worded } from '~/platform/words/i18n'
import { isCountry } from './model/countries'
import { readTaxRate } from './model/tax-rate'

/** What a business says of itself. */
export const businessForm = worded((i18n) =>
  z.object({
    name: required(i18n, i18n.t('Enter the name of the business'), 80),
    slug: required(i18n, i18n.t('Enter the address of the public page'), 70).regex(/^[a-z0-9-]+$/, i18n.t('Use small letters, digits and dashes only')),
    kicker: optional(i18n, 80),
    about: optional(i18n, 2000),
    email: optionalEmail(i18n),
    phone: optionalPhone(i18n),
    website: optional(i18n, 200).refine((text) => text === null || isWebAddress(text), i18n.t('Enter an address that begins with https:// or http://')),
    legalName: optional(i18n, 120),
    taxNumber: optional(i18n, 40),
    timeZone: zone(i18n),
    language: z.enum(languages, { error: i18n.t('Choose a language') }),
  }),
)

/** A store: where it is, and its tax. */
export const storeForm = worded((i18n) => z.object(storeShape(i18n)))

/** The fields of a store, for the forms that hold one among other things. */
export function storeShape(i18n: I18n) {
  return {
    name: required(i18n, i18n.t('Enter the name of the store'), 80),
    line1: required(i18n, i18n.t('Enter the street and number'), 120),
    line2: optional(i18n, 120),
    postalCode: required(i18n, i18n.t('Enter the postal code'), 20),
    city: required(i18n, i18n.t('Enter the town'), 80),
    region: optional(i18n, 80),
    country: z.string({ error: i18n.t('Choose a country') }).refine(isCountry, i18n.t('Choose a country')),
    timeZone: zone(i18n),
    phone: optionalPhone(i18n),
    email: optionalEmail(i18n),
    directions: optional(i18n, 500),
    taxName: required(i18n, i18n.t('Enter what the tax is called, such as VAT'), 20),
    taxRate: taxRate(i18n),
    taxIncluded: z.enum(['yes', 'no'], { error: i18n.t('Choose whether your prices include the tax') }),
  }
}

/** Somebody whom customers meet. */
export const staffForm = worded((i18n) =>
  z.object({
    name: required(i18n, i18n.t('Enter the name'), 80),
    title: optional(i18n, 80),
    bio: optional(i18n, 1000),
    email: optionalEmail(i18n),
  }),
)

/** Whom to invite, and as what. */
export const invitationForm = worded((i18n) =>
  z.object({
    email: email(i18n, i18n.t('Enter the e-mail address')),
    role: role(i18n),
    staffId: optional(i18n, 40),
  }),
)

/** A member's role, and the staff profile that is theirs. */
export const memberForm = worded((i18n) => z.object({ role: role(i18n), staffId: optional(i18n, 40) }))

/** Which trades are on, and with which the pages begin. */
export const domainsForm = worded((i18n) =>
  z.object({
    enabled: z.array(z.string(), { error: i18n.t('Choose at least one') }).min(1, i18n.t('Choose at least one')),
    defaultDomain: z.string({ error: i18n.t('Choose where the pages begin') }),
  }),
)

/** Off or on, and why. */
export const statusForm = worded((i18n) =>
  z.object({ status: z.enum(['active', 'suspended'], { error: i18n.t('Choose whether the business is on or off') }), reason: optional(i18n, 300) }),
)

/** In the choice for new bookings, or not. */
export const availabilityForm = worded((i18n) => z.object({ active: z.enum(['yes', 'no'], { error: i18n.t('Choose whether they take new bookings') }) }))

/** A line that has to be there. `missing` is the sentence where it is not. */
export function required(i18n: I18n, missing: string, max: number) {
  return z.string({ error: missing }).trim().min(1, missing).max(max, i18n.t('Write at most {max} characters', { max }))
}

/** Text that may be missing: null then. */
export function optional(i18n: I18n, max: number) {
  return z
    .string()
    .trim()
    .max(max, i18n.t('Write at most {max} characters', { max }))
    .optional()
    .transform((text) => text || null)
}

/** An IANA time zone. */
export function zone(i18n: I18n) {
  return z.string({ error: i18n.t('Choose a time zone') }).refine(isZone, i18n.t('Choose a time zone'))
}

function email(i18n: I18n, missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .max(254, i18n.t('Write at most {max} characters', { max: 254 }))
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, i18n.t('Enter an e-mail address such as name@example.com'))
}

function optionalEmail(i18n: I18n) {
  return email(i18n, '')
    .optional()
    .transform((text) => text ?? null)
}

// As people write it: spaces, dashes, brackets, a plus; at least five digits.
function optionalPhone(i18n: I18n) {
  return optional(i18n, 40).refine(
    (text) => text === null || (/^\+?[\d\s().\-/]+$/.test(text) && text.replaceAll(/\D/g, '').length >= 5),
    i18n.t('Enter a telephone number such as +351 912 345 678'),
  )
}

function taxRate(i18n: I18n) {
  const sentence = i18n.t('Enter the rate in percent, such as 23 or 6.5')
  return z.string({ error: sentence }).transform((text, check) => {
    const ppm = readTaxRate(text)
    if (ppm === null) check.addIssue({ code: 'custom', message: sentence })
    return ppm ?? 0
  })
}

function role(i18n: I18n) {
  return z.enum(memberRoles, { error: i18n.t('Choose a role') })
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
