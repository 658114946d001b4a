/** What a picture may be of: a business's head and mark, something it offers, somebody whom customers meet, an account's owner. */
export const pictureKinds = ['logo', 'cover', 'listing', 'staff', 'profile'] as const
export type PictureKind = (typeof pictureKinds)[number]

/** The kinds that belong to a business; `profile` is the account's own. */
export const businessKinds = ['logo', 'cover', 'listing', 'staff'] as const satisfies readonly PictureKind[]
export type BusinessKind = (typeof businessKinds)[number]

export function isBusinessKind(text: string): text is BusinessKind {
  return businessKinds.some((kind) => kind === text)
}

/** How many pictures one thing may have. Where it is one, the next takes its place. */
export function mostPictures(kind: PictureKind): number {
  return kind === 'listing' ? 12 : 1
}
