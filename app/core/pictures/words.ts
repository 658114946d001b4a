import type { I18n } from '@lingui/core'
import { never } from '~/kernel/result'
import type { BusinessKind } from './model/kinds'

/** The heading of the page of something's pictures. */
export function galleryTitle(i18n: I18n, kind: BusinessKind, name: string): string {
  switch (kind) {
    case 'logo':
      return i18n.t('Logo of {name}', { name })
    case 'cover':
      return i18n.t('Cover of {name}', { name })
    case 'staff':
      return i18n.t('Photograph of {name}', { name })
    case 'listing':
      return i18n.t('Pictures of {name}', { name })
    default:
      return never(kind)
  }
}

/** Where customers see it. */
export function galleryAbout(i18n: I18n, kind: BusinessKind): string {
  switch (kind) {
    case 'logo':
      return i18n.t('It stands beside the name on your public page. A square picture looks best.')
    case 'cover':
      return i18n.t('It stands at the head of your public page. A wide picture looks best.')
    case 'staff':
      return i18n.t('It stands beside the name on your public page. The middle of the picture is shown, in a circle.')
    case 'listing':
      return i18n.t('They stand on its public page, the first one large.')
    default:
      return never(kind)
  }
}
