import { readReference } from '~/kernel/ids'
import { addressIn, cursorIn, listHref } from './list-address'

export const selectionActs = ['confirmation', 'refusal', 'completion'] as const
/** What can be done with several bookings at once, as its page is called. */
export type SelectionAct = (typeof selectionActs)[number]

/** The field that a box of the list sends. */
export const chosenField = 'booking'
/** The field that carries where in the list they were chosen. */
export const listField = 'list'

/** The references that were chosen, in their order, each once; what is no reference is left out. */
export function chosenIn(query: URLSearchParams, form?: FormData): string[] {
  const sent = [...query.getAll(chosenField), ...(form?.getAll(chosenField) ?? [])]
  return [...new Set(sent.flatMap((value) => (typeof value === 'string' ? (readReference(value.slice(0, 40)) ?? []) : [])))]
}

/** The filters and the place of the list they were chosen in, as its address says them; nothing else of what was sent is kept. */
export function listChosenIn(query: URLSearchParams, form?: FormData): string {
  const sent = form?.get(listField) ?? query.get(listField)
  const list = new URLSearchParams(typeof sent === 'string' ? sent.slice(0, 1000) : '')
  return listHref('', addressIn(list), cursorIn(list))
}
