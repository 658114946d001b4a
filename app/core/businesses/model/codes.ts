import { slugOf } from '~/kernel/ids'

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** The first code of two to four capital letters that suits a name and is free: initials first, then its letters, then any. */
export function freeCode(name: string, isTaken: (code: string) => boolean): string {
  for (const code of candidates(name)) {
    if (!isTaken(code)) return code
  }
  throw new Error('Every code is taken')
}

/** Whether the text is a code: two to four capital letters. */
export function isCode(text: string): boolean {
  return /^[A-Z]{2,4}$/.test(text)
}

function* candidates(name: string): Generator<string> {
  const words = (slugOf(name) ?? '').toUpperCase().split(/[^A-Z]+/).filter(Boolean)
  const letters = words.join('')
  const initials = words.map((word) => word.charAt(0)).join('')
  if (isCode(initials)) yield initials
  if (initials.length > 4) yield initials.slice(0, 4)
  for (const length of [2, 3, 4]) if (letters.length >= length) yield letters.slice(0, length)
  const first = letters.charAt(0) || 'G'
  for (const letter of letters.slice(1)) yield first + letter
  for (const second of alphabet) for (const third of alphabet) yield first + second + third
  for (const one of alphabet) for (const two of alphabet) for (const three of alphabet) for (const four of alphabet) yield one + two + three + four
}
