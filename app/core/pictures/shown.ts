import { imageFormats, imagePath, imageTypes, type ImageFormat } from '~/platform/image-address'

/** A picture as a page shows it: every size in every format, and one for browsers that know none of the newer ones. */
export interface ShownPicture {
  readonly alt: string
  readonly width: number
  readonly height: number
  readonly src: string
  readonly srcSet: string
  /** The newer formats, best first. */
  readonly sources: readonly { readonly type: string; readonly srcSet: string }[]
}

/** One small file of a picture. */
export type ShownThumbnail = Pick<ShownPicture, 'alt' | 'width' | 'height' | 'src'>

interface Kept {
  readonly alt: string
  readonly width: number
  readonly height: number
  readonly files: readonly { readonly format: ImageFormat; readonly width: number; readonly hash: string }[]
}

/**
 * A picture as a list shows it: its smallest file alone, since the names of all files of many pictures would weigh more than the rest of the page.
 */
export function thumbnail({ alt, width, height, files }: Kept): ShownThumbnail | null {
  const smallest = files.find(({ format }) => format === 'webp') ?? files[0]
  return smallest ? { alt, width, height, src: imagePath(smallest.hash, smallest.format) } : null
}

/** What `<picture>` needs of a picture; its files come in the order of their widths. */
export function shownPicture({ alt, width, height, files }: Kept): ShownPicture {
  const setOf = (format: ImageFormat) =>
    files
      .filter((file) => file.format === format)
      .map((file) => `${imagePath(file.hash, format)} ${file.width}w`)
      .join(', ')
  const plain = files.filter(({ format }) => format === 'jpeg')
  // Whoever knows no srcset is given a size that fits most places.
  const middle = plain.findLast((file) => file.width <= 1280) ?? plain[0]
  return {
    alt,
    width,
    height,
    src: middle ? imagePath(middle.hash, 'jpeg') : '',
    srcSet: setOf('jpeg'),
    sources: imageFormats.filter((format) => format !== 'jpeg').map((format) => ({ type: imageTypes[format], srcSet: setOf(format) })),
  }
}
