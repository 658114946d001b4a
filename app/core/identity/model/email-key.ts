/** What tells two addresses apart: lower case, without space around it, plus-parts kept. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}
