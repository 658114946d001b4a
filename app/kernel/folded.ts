// What decomposes into no letter and mark, and is read as these all the same.
const alike: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe' }

/** As people sort and search names: "joao" finds "João", and "Łukasz" stands among those with L. */
export function folded(text: string): string {
  // Most names are these letters alone.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().trim()
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[ıłøđðþßæœ]/g, (letter) => alike[letter] ?? letter)
    .trim()
}
