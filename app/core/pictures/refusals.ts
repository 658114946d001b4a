import type { I18n } from '@lingui/core'
import { never } from '~/kernel/result'
import type { ImageRefusal } from '~/platform/images.server'
import type { AddPictureRefusal, PictureRefusal } from './save-picture.server'

/** Why a file became no picture, and what to do instead. */
export function fileRefusalWords(i18n: I18n, refusal: ImageRefusal): string {
  switch (refusal) {
    case 'empty':
      return i18n.t('The file is empty. Choose another one')
    case 'too-heavy':
      return i18n.t('The file is larger than 15 MB. Choose a smaller one')
    case 'unknown-type':
      return i18n.t('This file is no picture that we can read. Choose a JPEG, PNG, WebP, AVIF or GIF file')
    case 'heic':
      return i18n.t('This is a HEIC photograph, which we cannot read. Save it as JPEG and choose that')
    case 'svg':
      return i18n.t('This is an SVG drawing, which we do not take. Save it as PNG and choose that')
    case 'too-many-pixels':
      return i18n.t('The picture has more than 40 million pixels. Make it smaller and choose it again')
    case 'too-many-frames':
      return i18n.t('The animation is too long. Save its first picture and choose that')
    case 'broken':
      return i18n.t('The file is damaged or cut off. Open it on your device, save it again and choose that')
    case 'busy':
      return i18n.t('Many pictures are coming in right now. Wait a minute and choose it again')
    default:
      return never(refusal)
  }
}

/** Why a picture was not added to something. */
export function addRefusalWords(i18n: I18n, refusal: Extract<AddPictureRefusal, { kind: 'too-many' }>): string {
  return i18n.t('There are {most} pictures already. Remove one first', { most: refusal.most })
}

/** Why there is nothing to act on. */
export function refusalWords(i18n: I18n, refusal: PictureRefusal): string {
  switch (refusal) {
    case 'unknown-owner':
      return i18n.t('There is nothing here to show in pictures.')
    case 'unknown-picture':
      return i18n.t('There is no such picture here any more.')
    default:
      return never(refusal)
  }
}
