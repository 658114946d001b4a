import type { I18n } from '@lingui/core'
import * as z from 'zod'
import { worded } from '~/platform/words/i18n'

/** A picture from somebody's device, and what it shows. What the file is is told by its content, later. */
export const pictureForm = worded((i18n) => z.object({ picture: z.file({ error: i18n.t('Choose a picture') }), alt: alt(i18n) }))

/** What a picture shows. */
export const altForm = worded((i18n) => z.object({ alt: alt(i18n) }))

function alt(i18n: I18n) {
  const missing = i18n.t('Say what the picture shows')
  return z.string({ error: missing }).trim().min(1, missing).max(200, i18n.t('Write at most {max} characters', { max: 200 }))
}
