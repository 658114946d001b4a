import { expect, test } from 'vitest'
import type { BusinessCtx } from '~/kernel/ctx'
import { hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { book, frontDesk } from '../../../tests/world/front-desk'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { saleById, takePayment } from '../sales/index.server'
import { actOnSelection, mostChosen, type Wish } from './act-on-selection.server'
import { outcomeHref, outcomePage, selectionPage } from './desk-selection.server'
import { bookingById } from './queries.server'
import { chosenIn, listChosenIn } from './selection'
import { outcomeIn, outcomeToken } from './selection-outcome.server'

withDatabase()

const confirm: Wish = { act: 'confirmation' }

function as(ctx: BusinessCtx): MemberCtx {
  const { member, actor } = ctx
  if (!member || actor.kind !== 'user') throw new Error('Nobody’s context')
  return { ...ctx, member, account: { id: actor.id, name: '', email: '', emailVerified: true, roles: [], language: null, timeZone: null, sessionHash: '' } }
}

function told(ctx: BusinessCtx, references: readonly string[], wish: Wish) {
  const answer = actOnSelection(as(ctx), references, wish)
  if (!answer.ok) throw new Error(answer.refusal.kind)
  return answer.value
}

const statusOf = (reference: string) => rows<{ status: string }>('SELECT status FROM bookings WHERE reference = ?', reference)[0]?.status

test('each row is done or refused by itself, and every one of them is told', () => {
  const { ctx, cut, colour, rui, marta } = frontDesk()
  const waiting = book(ctx, colour, '2026-11-06T10:00Z', marta)
  const confirmed = book(ctx, cut, '2026-11-06T10:00Z', rui)
  const soon = book(ctx, colour, '2026-11-04T09:30Z', marta)
  const late = { ...ctx, now: theMorning + 24 * hour + 1 }
  const asked = book({ ...late, now: late.now - 1 }, colour, '2026-11-09T10:00Z', marta)
  expect(told(late, [waiting.reference, asked.reference, confirmed.reference, 'HS-222222', soon.reference], confirm)).toEqual([
    { reference: waiting.reference, refusal: { kind: 'answer-too-late' } },
    { reference: asked.reference, refusal: null },
    { reference: confirmed.reference, refusal: { kind: 'not-from-here', status: 'confirmed' } },
    { reference: 'HS-222222', refusal: { kind: 'unknown-booking' } },
    { reference: soon.reference, refusal: { kind: 'answer-too-late' } },
  ])
  expect([waiting, asked, confirmed, soon].map(({ reference }) => statusOf(reference))).toEqual(['pending', 'confirmed', 'confirmed', 'pending'])
  // Sent again, nothing is done twice.
  expect(told(late, [asked.reference], confirm)).toEqual([{ reference: asked.reference, refusal: { kind: 'not-from-here', status: 'confirmed' } }])
  expect(rows('SELECT 1 FROM booking_steps s JOIN bookings b ON b.id = s.booking_id WHERE b.reference = ? AND s.what = ?', asked.reference, 'confirmed')).toHaveLength(1)
})

test('what is in another’s diary, and what is another business’s, is unknown and stays as it is', () => {
  const { ctx, martaCtx, colour, marta, rui } = frontDesk()
  const own = book(ctx, colour, '2026-11-06T10:00Z', marta)
  const others = book(ctx, colour, '2026-11-06T13:00Z', rui)
  expect(told(martaCtx, [others.reference, own.reference], confirm)).toEqual([
    { reference: others.reference, refusal: { kind: 'unknown-booking' } },
    { reference: own.reference, refusal: null },
  ])
  expect(told({ ...ctx, businessId: 'another' }, [others.reference], confirm)).toEqual([{ reference: others.reference, refusal: { kind: 'unknown-booking' } }])
  expect(statusOf(others.reference)).toBe('pending')
  const asked = new URLSearchParams([['booking', others.reference], ['booking', own.reference]])
  expect(read((db) => selectionPage(db, as(martaCtx), 'refusal', asked))).toMatchObject({ rows: [{ reference: own.reference }], unknown: 1 })
})

test('the page that asks says what each gives back when it is declined, and that is what goes back', () => {
  const { ctx, colour, cut, marta, rui } = frontDesk()
  const paid = book(ctx, colour, '2026-11-06T10:00Z', marta)
  const unpaid = book(ctx, colour, '2026-11-06T13:00Z', rui)
  const confirmed = book(ctx, cut, '2026-11-06T09:00Z', rui)
  const { saleId } = read((db) => bookingById(db, ctx.businessId, paid.id)) ?? { saleId: '' }
  expect(takePayment(ctx, { saleId, method: 'cash', amountMinor: 1000 }).ok).toBe(true)
  const chosen = [paid, unpaid, confirmed].map(({ reference }) => reference)
  const query = new URLSearchParams([...chosen.map((reference) => ['booking', reference]), ['list', 'status=pending&evil=1']])
  const page = read((db) => selectionPage(db, as(ctx), 'refusal', query))
  expect(page.rows.map(({ possible, back }) => [possible, back])).toEqual([[true, '€10.00 goes back.'], [true, 'Nothing was paid, so nothing goes back.'], [false, null]])
  expect(page).toMatchObject({ count: 2, title: 'Decline 2 bookings?', tooMany: null, list: `/dashboard/${ctx.business.slug}/bookings?status=pending` })

  const outcome = told(ctx, chosen, { act: 'refusal', reason: 'The water is off' })
  expect(outcome.map(({ refusal }) => refusal?.kind ?? 'done')).toEqual(['done', 'done', 'not-from-here'])
  expect(read((db) => saleById(db, ctx.businessId, saleId))).toMatchObject({ refundDueMinor: 1000, dueMinor: 0 })
  expect(rows('SELECT reason FROM bookings WHERE reference = ?', unpaid.reference)).toEqual([{ reason: 'The water is off' }])

  const address = new URL(outcomeHref(as(ctx), 'refusal', outcome, listChosenIn(query)), 'http://house')
  const shown = read((db) => outcomePage(db, as(ctx), address.searchParams))
  expect(shown).toMatchObject({ done: 2, list: `/dashboard/${ctx.business.slug}/bookings?status=pending`, rows: [{ back: '€10.00' }, { back: null }, { back: null }] })
})

test('completing is for what has begun', () => {
  const { ctx, cut, marta, rui } = frontDesk()
  const early = book(ctx, cut, '2026-11-03T10:00Z', marta)
  const later = book(ctx, cut, '2026-11-04T10:00Z', rui)
  const noon = { ...ctx, now: Date.parse('2026-11-03T12:00Z') }
  expect(told(noon, [early.reference, later.reference], { act: 'completion' }).map(({ refusal }) => refusal)).toEqual([null, { kind: 'not-started' }])
})

test('what waits for its payment is confirmed by nobody’s tick', () => {
  const { ctx, colour } = frontDesk()
  const { reference } = book(ctx, colour, '2026-11-06T10:00Z')
  change("UPDATE bookings SET status = 'held' WHERE reference = ?", reference)
  expect(told(ctx, [reference], confirm)).toEqual([{ reference, refusal: { kind: 'not-from-here', status: 'held' } }])
})

test('none and too many are refused before anything is done', () => {
  const { ctx, colour } = frontDesk()
  const { reference } = book(ctx, colour, '2026-11-06T10:00Z')
  const many = [reference, ...Array.from({ length: mostChosen }, (_, index) => `HS-${index}`)]
  expect(actOnSelection(as(ctx), [], confirm)).toEqual({ ok: false, refusal: { kind: 'none-chosen' } })
  expect(actOnSelection(as(ctx), many, confirm)).toEqual({ ok: false, refusal: { kind: 'too-many', most: mostChosen } })
  expect(statusOf(reference)).toBe('pending')
})

test('an outcome is told to whoever acted, and to nobody else', () => {
  const { ctx, martaCtx } = frontDesk()
  const outcome = [
    { reference: 'HS-222222', refusal: null },
    { reference: 'HS-333333', refusal: { kind: 'not-from-here', status: 'no_show' } },
    { reference: 'HS-444444', refusal: { kind: 'answer-too-late' } },
  ] as const
  const token = outcomeToken(as(ctx), 'confirmation', outcome)
  expect(outcomeIn(as(ctx), token)).toEqual({ act: 'confirmation', at: ctx.now, rows: outcome })
  expect(outcomeIn(as(martaCtx), token)).toBeNull()
  expect(outcomeIn(as({ ...ctx, businessId: 'another' }), token)).toBeNull()
  expect(outcomeIn(as(ctx), `${token}x`)).toBeNull()
  const most = outcomeToken(as(ctx), 'refusal', Array.from({ length: mostChosen }, () => outcome[2]))
  expect(most.length, 'fits an address').toBeLessThan(6000)
})

test('of what a form sends only references and the list’s own filters are taken', () => {
  const form = new FormData()
  for (const value of ['hs 222222', 'HS-222222', '<b>', 'HS-333333']) form.append('booking', value)
  form.append('list', 'q=ana&status=nonsense&to=//evil.test&older=1762164000000~aa-11')
  const query = new URLSearchParams({ booking: 'HS-333333' })
  expect(chosenIn(query, form)).toEqual(['HS-333333', 'HS-222222'])
  expect(listChosenIn(query, form)).toBe('?q=ana&older=1762164000000%7Eaa-11')
  expect(listChosenIn(query)).toBe('')
})
