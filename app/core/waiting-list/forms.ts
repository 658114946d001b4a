import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { worded } from '~/platform/words/i18n'

/** The field that asks how many of a kind of person come. */
export function partyName({ id }: { readonly id: string }): `people-${string}` {
  return `people-${id}`
}

/** Who waits, with how many: of each kind of person where there are kinds, else as often as one item is wanted. */
export function joinForm(i18n: I18n, kinds: readonly { readonly id: string }[]) {
  const count = z.coerce.number({ error: i18n.t('Enter a number from 0 to 50') }).int(i18n.t('Enter a number from 0 to 50')).min(0, i18n.t('Enter a number from 0 to 50')).max(50, i18n.t('Enter a number from 0 to 50')).optional()
  const counts: Record<`people-${string}`, typeof count> = Object.fromEntries(kinds.map((kind) => [partyName(kind), count]))
  return personForm(i18n).extend(counts)
}

const personForm = worded((i18n) =>
  z.object({
    name: z.string({ error: i18n.t('Enter your name') }).trim().min(1, i18n.t('Enter your name')).max(200, i18n.t('Enter a name of at most 200 letters')),
    email: z
      .string({ error: i18n.t('Enter your e-mail address') })
      .trim()
      .max(254, i18n.t('Enter an e-mail address of at most 254 letters'))
      .refine((text) => z.regexes.email.test(text), i18n.t('Write your e-mail address in full, like name@example.com')),
    count: z.coerce.number({ error: i18n.t('Enter a number from 1 to 10') }).int(i18n.t('Enter a number from 1 to 10')).min(1, i18n.t('Enter a number from 1 to 10')).max(10, i18n.t('Enter a number from 1 to 10')).optional(),
  }),
)

export const settingsForm = worded((i18n) =>
  z.object({
    offerHours: z.coerce.number({ error: i18n.t('Enter a whole number from 1 to 168') }).int(i18n.t('Enter a whole number from 1 to 168')).min(1, i18n.t('Enter a whole number from 1 to 168')).max(168, i18n.t('Enter a whole number from 1 to 168')),
    order: z.enum(['fits', 'strict'], { error: i18n.t('Choose who is asked') }),
  }),
)
