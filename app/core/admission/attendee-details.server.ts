import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { answersOf, type SessionPlace } from '../bookings/index.server'
import { placeWords } from './place-words.server'

export interface AttendeeDetails {
  /** "Concert – VIP" */
  readonly what: string
  readonly facts: readonly { readonly term: string; readonly text: string }[]
  readonly answers: readonly { readonly label: string; readonly answer: string }[]
}

/** What a list says of a place beside its name: what it is, and what was answered. */
export function detailsOf(db: Db, ctx: BusinessCtx, place: SessionPlace): AttendeeDetails {
  const { i18n } = ctx
  const answers = answersOf(db, place.bookingId)
    .filter(({ itemId }) => itemId === place.itemId)
    .map(({ label, answer }) => ({ label, answer: answer === 'yes' ? i18n.t('Yes') : answer === 'no' ? i18n.t('No') : answer }))
  const { what, facts } = placeWords(db, i18n, place)
  return { what, facts, answers }
}
