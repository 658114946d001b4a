export const enquiryStatuses = ['new', 'answered', 'closed'] as const
/** An enquiry is new until somebody replies, and closed once nothing more comes of it. */
export type EnquiryStatus = (typeof enquiryStatuses)[number]

/** What an enquiry may become: a reply answers it, also once it is closed; closing and opening again are acts of their own. */
export const enquiryMoves: Readonly<Record<EnquiryStatus, readonly EnquiryStatus[]>> = {
  new: ['answered', 'closed'],
  answered: ['closed'],
  closed: ['new', 'answered'],
}

/** What an enquiry is again that is opened: answered where somebody replied to it. */
export function openedAgain(replies: number): EnquiryStatus {
  return replies > 0 ? 'answered' : 'new'
}

/** The place in the list of enquiries, the newest first: of the last row shown. */
export interface EnquiryCursor {
  /** UTC milliseconds. */
  readonly at: number
  readonly id: string
}

/** Reads a cursor as it stands in an address, "1764543600000_019e…"; null for anything else, which is the first page. */
export function enquiryCursor(text: string | null): EnquiryCursor | null {
  const match = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(text ?? '')
  return match ? { at: Number(match[1]), id: match[2] ?? '' } : null
}
