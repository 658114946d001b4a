import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { isCountry } from '~/kernel/countries'
import { isLocalDate, isZone } from '~/kernel/time'
import { isLanguage, worded } from '~/platform/words/i18n'

/** The fewest signs of a password that somebody chooses (NIST SP 800-63B asks for eight). */
export const shortestPassword = 10
const longestPassword = 200

export const registerForm = worded((i18n) =>
  z.object({
    name: needed(i18n.t('Enter your name'), i18n.t('Enter a name of at most 120 letters'), 120),
    email: emailField(i18n),
    password: newPassword(i18n),
    to: z.string().optional(),
  }),
)

export const logInForm = worded((i18n) =>
  z.object({
    email: emailField(i18n),
    password: presentPassword(i18n, i18n.t('Enter your password')),
    to: z.string().optional(),
  }),
)

export const forgottenPasswordForm = worded((i18n) => z.object({ email: emailField(i18n) }))

export const resetPasswordForm = worded((i18n) => z.object({ token: linkToken(i18n), password: newPassword(i18n) }))

export const tokenForm = worded((i18n) => z.object({ token: linkToken(i18n) }))

export const changePasswordForm = worded((i18n) =>
  z.object({ present: presentPassword(i18n, i18n.t('Enter your present password')), password: newPassword(i18n) }),
)

/** Without the password where the account has none. */
export const linkProviderForm = worded((i18n) => z.object({ present: presentPassword(i18n, i18n.t('Enter your present password')).optional() }))

export const profileForm = worded((i18n) =>
  z.object({
    name: needed(i18n.t('Enter your name'), i18n.t('Enter a name of at most 120 letters'), 120),
    displayName: z.string().trim().max(60, i18n.t('Enter a display name of at most 60 letters')).optional(),
    bio: z.string().trim().max(1000, i18n.t('Write at most 1,000 letters about yourself')).optional(),
    birthDate: z
      .string()
      .refine((text) => isLocalDate(text) && text >= '1900-01-01', i18n.t('Enter a date of birth like 1990-05-17, not before 1900'))
      .optional(),
    language: z.string().refine(isLanguage, i18n.t('Choose one of the languages in the list')).optional(),
    timeZone: z.string().refine(isZone, i18n.t('Choose one of the time zones in the list')).optional(),
  }),
)

export const addressForm = worded((i18n) =>
  z.object({
    kind: z.enum(['billing', 'shipping'], { error: i18n.t('Choose what the address is for') }),
    name: needed(i18n.t('Enter the name that stands on the door or the invoice'), i18n.t('Enter a name of at most 120 letters'), 120),
    line1: needed(i18n.t('Enter the street and number'), i18n.t('Enter at most 120 letters'), 120),
    line2: z.string().trim().max(120, i18n.t('Enter at most 120 letters')).optional(),
    postalCode: needed(i18n.t('Enter the postal code'), i18n.t('Enter a postal code of at most 20 letters'), 20),
    city: needed(i18n.t('Enter the town or city'), i18n.t('Enter at most 120 letters'), 120),
    region: z.string().trim().max(120, i18n.t('Enter at most 120 letters')).optional(),
    country: z.string({ error: i18n.t('Choose the country') }).refine(isCountry, i18n.t('Choose the country')),
  }),
)

export type AddressInput = z.input<ReturnType<typeof addressForm>>

function emailField(i18n: I18n) {
  return z
    .string({ error: i18n.t('Enter your e-mail address') })
    .trim()
    .max(254, i18n.t('Enter an e-mail address of at most 254 letters'))
    .refine((text) => z.regexes.email.test(text), i18n.t('Write your e-mail address in full, like name@example.com'))
}

function newPassword(i18n: I18n) {
  return z
    .string({ error: i18n.t('Choose a password') })
    .min(shortestPassword, i18n.t('Choose a password of at least {least} signs', { least: shortestPassword }))
    .max(longestPassword, i18n.t('Choose a password of at most {most} signs', { most: longestPassword }))
}

// A longer one is nobody's, and need not be hashed to know it.
function presentPassword(i18n: I18n, missing: string) {
  return z.string({ error: missing }).max(longestPassword, i18n.t('Choose a password of at most {most} signs', { most: longestPassword }))
}

// It stands in a hidden field: only a form that lost a part of itself comes without.
function linkToken(i18n: I18n) {
  const lost = i18n.t('The form was not complete. Send it once more')
  return z.string({ error: lost }).max(200, lost)
}

function needed(missing: string, tooLong: string, most: number) {
  return z.string({ error: missing }).trim().min(1, missing).max(most, tooLong)
}
