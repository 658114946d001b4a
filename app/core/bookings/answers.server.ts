import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { prepared, type Db } from '~/platform/database.server'
import type { Answers } from './model/answers'

export interface Question {
  readonly id: string
  readonly label: string
  readonly hint: string | null
  readonly kind: 'text' | 'long-text' | 'choice' | 'yes-no'
  readonly required: boolean
  readonly options: readonly string[]
}

export interface GivenAnswer {
  readonly questionId: string
  readonly label: string
  readonly answer: string
}

export type AnswerRefusal =
  | { readonly kind: 'answer-missing'; readonly questionId: string; readonly label: string }
  | { readonly kind: 'answer-not-offered'; readonly questionId: string; readonly label: string }
  | { readonly kind: 'answer-too-long'; readonly questionId: string; readonly label: string }

/** The questions that a listing asks now, in their order; with a part of it those of that part after them. */
export function questionsOf(db: Db, businessId: string, listingId: string, part: string | null = null): Question[] {
  const all = questionsOfPart(db, businessId, listingId, null)
  return part === null ? all : [...all, ...questionsOfPart(db, businessId, listingId, part)]
}

/** The questions that a part of a listing alone asks now, in their order; null: those that the whole listing asks. */
export function questionsOfPart(db: Db, businessId: string, listingId: string, part: string | null): Question[] {
  return questionRows(db)
    .all({ businessId, listingId, part })
    .map((row) => ({ ...row, required: row.required === 1, options: JSON.parse(row.options) as string[] }))
}

/** What is asked, and by which part of a listing. */
export interface Asking {
  readonly listingId: string
  readonly part: string | null
  readonly atDesk: boolean
}

/** Holds answers against the questions. At the desk nothing is required: the customer is on the telephone. */
export function checkAnswers(db: Db, businessId: string, { listingId, part, atDesk }: Asking, answers: Answers): Result<GivenAnswer[], AnswerRefusal> {
  const given: GivenAnswer[] = []
  for (const { id, label, kind, required, options } of questionsOf(db, businessId, listingId, part)) {
    const answer = (answers[id] ?? '').trim()
    const about = { questionId: id, label }
    if (answer === '') {
      if (required && !atDesk) return refuse({ kind: 'answer-missing', ...about })
      continue
    }
    if (answer.length > 2000) return refuse({ kind: 'answer-too-long', ...about })
    if (kind === 'choice' && !options.includes(answer)) return refuse({ kind: 'answer-not-offered', ...about })
    if (kind === 'yes-no' && answer !== 'yes' && answer !== 'no') return refuse({ kind: 'answer-not-offered', ...about })
    given.push({ ...about, answer })
  }
  return ok(given)
}

export function insertAnswers(db: Db, ctx: BusinessCtx, bookingId: string, itemId: string, answers: readonly GivenAnswer[]): void {
  for (const answer of answers) answerInsert(db).run({ id: ctx.newId(), bookingId, itemId, ...answer })
}

/** What was answered for a booking, by item. */
export function answersOf(db: Db, bookingId: string): { itemId: string; label: string; answer: string }[] {
  return answerRows(db).all({ bookingId })
}

const questionRows = prepared((db) =>
  db.$client.prepare<{ businessId: string; listingId: string; part: string | null }, Omit<Question, 'required' | 'options'> & { required: number; options: string }>(
    `SELECT id, label, hint, kind, required, options FROM questions
     WHERE listing_id = @listingId AND business_id = @businessId AND part IS @part AND retired_at IS NULL ORDER BY position`,
  ),
)

const answerInsert = prepared((db) =>
  db.$client.prepare(
    'INSERT INTO answers (id, booking_id, item_id, question_id, label, answer) VALUES (@id, @bookingId, @itemId, @questionId, @label, @answer)',
  ),
)

const answerRows = prepared((db) =>
  db.$client.prepare<{ bookingId: string }, { itemId: string; label: string; answer: string }>(
    'SELECT item_id AS itemId, label, answer FROM answers WHERE booking_id = @bookingId ORDER BY id',
  ),
)
