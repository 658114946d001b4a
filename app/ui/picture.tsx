import { classNames } from './class-names'

/** A picture that is kept in several sizes and formats; what draws pages from rows gives it as it is. */
export interface PictureImage {
  readonly alt: string
  readonly width: number
  readonly height: number
  readonly src: string
  readonly srcSet?: string
  /** Newer formats, best first. */
  readonly sources?: readonly { readonly type: string; readonly srcSet: string }[]
}

interface PictureProps {
  readonly image: PictureImage
  /** How wide it will stand, as CSS media conditions and lengths: the browser fetches no more than that. */
  readonly sizes?: string
  /** Another description than the picture's own; '' where a text beside it says the same. */
  readonly alt?: string
  /** Across the whole page, at its head. */
  readonly cover?: boolean
  readonly square?: boolean
  readonly wide?: boolean
  /** As it is, with nothing cut off. */
  readonly whole?: boolean
}

/** A cover is wanted at once; every other picture waits until it is near. Width and height keep its place. */
export function Picture({ image, sizes, alt = image.alt, cover, square, wide, whole }: PictureProps) {
  const shown = (
    <img
      className={classNames('picture', cover && 'cover', square && 'square', wide && 'wide', whole && 'whole')}
      src={image.src}
      srcSet={image.srcSet}
      sizes={image.srcSet && sizes}
      alt={alt}
      width={image.width}
      height={image.height}
      loading={cover ? 'eager' : 'lazy'}
      decoding="async"
    />
  )
  if (!image.sources) return shown
  return (
    <picture>
      {image.sources.map(({ type, srcSet }) => (
        <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
      ))}
      {shown}
    </picture>
  )
}
