/** Initials where there is no photograph: the first letter of the first and of the last name. */
export function Portrait({ name }: { name: string }) {
  return (
    <span className="portrait" aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = firstLetter(words[0])
  return words.length > 1 ? first + firstLetter(words.at(-1)) : first
}

/** By code point, so that an emoji or a rare letter is not cut in half. */
function firstLetter(word = ''): string {
  return ([...word][0] ?? '').toLocaleUpperCase()
}
