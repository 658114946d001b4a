/** The formats that pictures are kept in, best first: a browser takes the first that it knows. */
export const imageFormats = ['avif', 'webp', 'jpeg'] as const
export type ImageFormat = (typeof imageFormats)[number]

/** What browsers are told that a format is. */
export const imageTypes: Readonly<Record<ImageFormat, string>> = { avif: 'image/avif', webp: 'image/webp', jpeg: 'image/jpeg' }

const endings: Readonly<Record<ImageFormat, string>> = { avif: 'avif', webp: 'webp', jpeg: 'jpg' }

/** Where the bytes of a hash (SHA-256 in lower-case hexadecimal) are served: `/images/….avif`. */
export function imagePath(hash: string, format: ImageFormat): string {
  return `/images/${hash}.${endings[format]}`
}

/** Hash and type of such an address without its `/images/`; null where it is none. */
export function readImageName(name: string): { readonly hash: string; readonly type: string } | null {
  const [, hash, ending] = /^([0-9a-f]{64})\.([a-z]+)$/.exec(name) ?? []
  const format = imageFormats.find((one) => endings[one] === ending)
  return hash !== undefined && format ? { hash, type: imageTypes[format] } : null
}
