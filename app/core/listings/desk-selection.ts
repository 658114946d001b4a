import { deskAddressIn, deskCursorIn, deskHref } from './desk-address'
import { mayMove, type ListingStatus } from './model/status-moves'

/** What can be done with several listings at once, as its page is called, and what they become. */
export const deskActs = { publication: 'active', pause: 'paused', archiving: 'archived' } as const satisfies Record<string, ListingStatus>
export type DeskAct = keyof typeof deskActs

export function deskActOf(text: string | undefined): DeskAct | null {
  return text !== undefined && Object.hasOwn(deskActs, text) ? (text as DeskAct) : null
}

/** More than a page of the list ever holds, and few enough to be done at once. */
export const mostChosen = 100

/** The field that a box of the list sends. */
export const chosenField = 'listing'
/** The field that carries where in the list they were chosen. */
export const listField = 'list'

/** The ids that were chosen, in their order, each once. */
export function chosenListings(query: URLSearchParams, form?: FormData): string[] {
  const sent = [...query.getAll(chosenField), ...(form?.getAll(chosenField) ?? [])]
  return [...new Set(sent.filter((value) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)))] as string[]
}

/** The filters and the place of the list they were chosen in; nothing else of what was sent is kept. */
export function listOfChosen(query: URLSearchParams, form?: FormData): string {
  const sent = form?.get(listField) ?? query.get(listField)
  const list = new URLSearchParams(typeof sent === 'string' ? sent.slice(0, 1000) : '')
  return deskHref('', deskAddressIn(list), deskCursorIn(list))
}

export function mayBecome(status: ListingStatus, act: DeskAct): boolean {
  // Back from the archive is a step of its own, on the listing's page.
  return status !== 'archived' && mayMove(status, deskActs[act])
}
