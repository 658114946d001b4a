import { folded } from '~/kernel/folded'

interface Named {
  readonly name: string
  readonly contactName: string
  readonly email: string | null
  readonly reference: string
}

/** Whether a search means somebody: part of a name or address, or the reference of the booking. */
export function isMeant({ name, contactName, email, reference }: Named, search: string): boolean {
  const wanted = folded(search)
  if (wanted === '') return true
  return [name, contactName, email ?? ''].some((text) => folded(text).includes(wanted)) || reference.replace('-', '').toLowerCase().includes(wanted.replaceAll(/[\s-]/g, ''))
}
