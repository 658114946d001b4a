import { Picture, type PictureImage } from './picture'

/** A photograph, or the initials where there is none. The name stands beside it, so it says nothing of its own. */
export function Portrait({ name, image }: { name: string; image?: PictureImage | null }) {
  return (
    <span className="portrait" aria-hidden="true">
      {image ? <Picture image={image} sizes="3rem" alt="" square /> : initialsOf(name)}
    </span>
  )
}

/** The first letter of the first and of the last name. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = firstLetter(words[0])
  return words.length > 1 ? first + firstLetter(words.at(-1)) : first
}

/** By code point, so that an emoji or a rare letter is not cut in half. */
function firstLetter(word = ''): string {
  return ([...word][0] ?? '').toLocaleUpperCase()
}
