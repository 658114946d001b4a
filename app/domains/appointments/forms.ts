import * as z from 'zod'
import { worded } from '~/platform/words/i18n'

export const moveForm = worded((i18n) => z.object({ start: z.string({ error: i18n.t('Choose a time') }).max(40), item: z.string({ error: i18n.t('Choose a time') }).max(60), service: z.string().max(200).optional() }))
