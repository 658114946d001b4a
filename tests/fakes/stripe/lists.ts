import type { Account } from './account'
import type { Span } from './parameters'
import { noSuch, wrongParameter } from './refusal'

interface Listed {
  readonly id: string
  readonly created: number
}

interface Page {
  readonly limit: number
  readonly starting_after?: string | undefined
  readonly ending_before?: string | undefined
  readonly created?: Span | undefined
}

/** One page of what fits, the newest first, as Stripe's lists are. */
export function pageOf<Item extends Listed>(url: string, items: readonly Item[], page: Page, fits: (item: Item) => boolean = () => true): object {
  const all = items.filter((item) => within(item.created, page.created) && fits(item))
  const from = page.starting_after === undefined ? 0 : placeOf(all, page.starting_after, 'starting_after') + 1
  const to = page.ending_before === undefined ? all.length : placeOf(all, page.ending_before, 'ending_before')
  const data = page.ending_before === undefined ? all.slice(from, from + page.limit) : all.slice(Math.max(0, to - page.limit), to)
  const more = page.ending_before === undefined ? from + page.limit < all.length : to > page.limit
  return { object: 'list', data, has_more: more, url }
}

function placeOf(items: readonly Listed[], id: string, param: string): number {
  const place = items.findIndex((item) => item.id === id)
  if (place < 0) throw noSuch('object', id, param)
  return place
}

function within(created: number, span: Span | undefined): boolean {
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = span ?? {}
  return created > gt && created >= gte && created < lt && created <= lte
}

type Shown = Record<string, unknown>

/** Puts whole objects where an answer holds only their ids. */
export function expanded(account: Account, object: object, paths: readonly string[] = []): object {
  const shown = structuredClone(object) as Shown
  for (const path of paths) expandPath(account, shown, path.split('.'), path)
  return shown
}

function expandPath(account: Account, object: Shown, [name = '', ...rest]: string[], path: string): void {
  if (name === 'data' && Array.isArray(object.data)) {
    for (const item of object.data as Shown[]) expandPath(account, item, rest, path)
    return
  }
  if (name === 'line_items' && object.object === 'checkout.session') object.line_items = linesOf(account, String(object.id))
  else if (typeof object[name] === 'string') object[name] = thing(account, object[name], path)
  else if (!(name in object)) throw wrongParameter('expand', `This property cannot be expanded (${path}).`)
  const inner = object[name]
  if (rest.length > 0 && typeof inner === 'object' && inner !== null) expandPath(account, inner as Shown, rest, path)
}

function linesOf(account: Account, session: string): object {
  return { object: 'list', data: account.store.get('basket', session)?.lines ?? [], has_more: false, url: `/v1/checkout/sessions/${session}/line_items` }
}

function thing(account: Account, id: string, path: string): object {
  const kind = ({ pi: 'intent', ch: 'charge', re: 'refund', cs: 'session' } as const)[id.split('_')[0] ?? '']
  const found = kind && account.store.get(kind, id)
  if (!found) throw wrongParameter('expand', `This property cannot be expanded (${path}).`)
  return structuredClone(found)
}
