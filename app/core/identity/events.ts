import * as z from 'zod'
import { logInProviders } from '~/platform/log-in-providers'
import { defineEvent } from '~/platform/outbox/events'

const ofUser = z.object({ userId: z.string() })

export const userRegistered = defineEvent({ type: 'user.registered', version: 1, payload: ofUser })

/** Somebody registered with an address that has an account: its owner is told so by mail, the page says nothing. */
export const registrationRepeated = defineEvent({ type: 'user.registration-repeated', version: 1, payload: ofUser })

/** The mail's link carries what `issueToken(db, ctx, { userId, purpose: 'verify-email' })` answers: no event holds a secret. */
export const emailVerificationAsked = defineEvent({ type: 'user.email-verification-asked', version: 1, payload: ofUser })

/** `userId` is null where nobody has the address: it is announced all the same, so that both cases do the same work. The token: `issueToken`. */
export const passwordResetAsked = defineEvent({ type: 'user.password-reset-asked', version: 1, payload: z.object({ userId: z.string().nullable() }) })

export const emailVerified = defineEvent({ type: 'user.email-verified', version: 1, payload: ofUser })

export const passwordChanged = defineEvent({
  type: 'user.password-changed',
  version: 1,
  payload: z.object({ userId: z.string(), by: z.enum(['change', 'reset']) }),
})

/** Somebody's log-in with a provider opens the account from now on: by the same proven address, or linked from inside. */
export const logInAdded = defineEvent({
  type: 'user.log-in-added',
  version: 1,
  payload: z.object({ userId: z.string(), provider: z.enum(logInProviders), by: z.enum(['address', 'account']) }),
})

export const logInRemoved = defineEvent({ type: 'user.log-in-removed', version: 1, payload: z.object({ userId: z.string(), provider: z.enum(logInProviders) }) })
