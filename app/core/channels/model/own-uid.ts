/** The UID that the time of a subject has in calendars that we write: the same for ever, and nobody else's in the world. */
export function uidOf(subject: string): string {
  return `${subject}@guildhall`
}

/** The subject or the resource behind a UID that we wrote; null for every other. */
export function ownUid(uid: string): string | null {
  return /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.\d+)?@guildhall$/.exec(uid)?.[1] ?? null
}
