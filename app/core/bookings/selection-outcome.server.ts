import type { MemberCtx } from '~/platform/guarded.server'
import { signParts, verifyParts } from '~/platform/signing.server'
import type { RowOutcome } from './act-on-selection.server'
import type { StatusRefusal } from './change-status.server'
import { bookingStatuses } from './model/states'
import { selectionActs, type SelectionAct } from './selection'

export interface SelectionOutcome {
  readonly act: SelectionAct
  /** When it was done. */
  readonly at: number
  readonly rows: readonly RowOutcome[]
}

const purpose = 'bookings.selection'

/**
 * What came of each booking, for the address of the page that tells it: so the page can be read again without acting again, and nothing
 * need be kept. References and states alone; worth something only to the member who acted.
 */
export function outcomeToken(ctx: MemberCtx, act: SelectionAct, rows: readonly RowOutcome[]): string {
  return signParts(purpose, [ctx.businessId, ctx.account.id, act, ctx.now, ...rows.map(({ reference, refusal }) => `${reference} ${refusal ? wordOf(refusal) : done}`)])
}

/** What a token tells this member; null where it is not theirs or not ours. */
export function outcomeIn(ctx: MemberCtx, token: string): SelectionOutcome | null {
  const [businessId, accountId, act, at, ...rows] = verifyParts(purpose, token) ?? []
  const known = selectionActs.find((one) => one === act)
  if (!known || businessId !== ctx.businessId || accountId !== ctx.account.id) return null
  return { act: known, at: Number(at), rows: rows.map(readRow) }
}

const done = 'done'

// A word for each refusal that carries nothing; of the other kind its status is the word.
const plain: { readonly [Kind in Exclude<StatusRefusal['kind'], 'not-from-here'>]: StatusRefusal } = {
  'unknown-booking': { kind: 'unknown-booking' },
  'not-started': { kind: 'not-started' },
  'already-started': { kind: 'already-started' },
  'answer-too-late': { kind: 'answer-too-late' },
}

function wordOf(refusal: StatusRefusal): string {
  return refusal.kind === 'not-from-here' ? refusal.status : refusal.kind
}

function readRow(row: string): RowOutcome {
  const [reference = '', word = ''] = row.split(' ')
  const status = bookingStatuses.find((one) => one === word)
  if (status) return { reference, refusal: { kind: 'not-from-here', status } }
  return { reference, refusal: word === done ? null : (Object.values(plain).find(({ kind }) => kind === word) ?? { kind: 'unknown-booking' }) }
}
