import * as z from 'zod'
import { worded } from '~/platform/words/i18n'

/** A calendar of another channel. Whether its address is one is the use case's to say. */
export const feedForm = worded((i18n) =>
  z.object({
    name: z.string({ error: i18n.t('Enter a name') }).trim().min(1, i18n.t('Enter a name')).max(60, i18n.t('Write at most {max} characters', { max: 60 })),
    address: z.string({ error: i18n.t('Paste the address of the calendar') }).max(2000, i18n.t('Write at most {max} characters', { max: 2000 })),
  }),
)

/** An address for somebody else to read. */
export const addressForm = worded((i18n) =>
  z.object({
    name: z.string({ error: i18n.t('Enter who it is for') }).trim().min(1, i18n.t('Enter who it is for')).max(60, i18n.t('Write at most {max} characters', { max: 60 })),
    feed: z.string().max(100).optional(),
  }),
)

export type FeedInput = z.input<ReturnType<typeof feedForm>>
export type AddressInput = z.input<ReturnType<typeof addressForm>>
