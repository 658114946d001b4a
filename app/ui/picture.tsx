interface PictureProps {
  readonly src: string
  readonly alt: string
  readonly width: number
  readonly height: number
  /** Across the whole page, at its head. */
  readonly cover?: boolean
}

/** A cover is wanted at once; every other picture waits until it is near. */
export function Picture({ src, alt, width, height, cover }: PictureProps) {
  return (
    <img
      className={cover ? 'picture cover' : 'picture'}
      src={src}
      alt={alt}
      width={width}
      height={height}
      loading={cover ? 'eager' : 'lazy'}
      decoding="async"
    />
  )
}
