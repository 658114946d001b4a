import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, type Db } from '~/platform/database.server'
import { questionsOfPart, type Question } from './answers.server'

/** A question as its owner writes it; without an id it is a new one. The order of the list is the order of the form. */
export type QuestionDraft = Omit<Question, 'id'> & { readonly id: string | null }

/** `at` is the place in the list. */
export type QuestionRefusal =
  | { readonly kind: 'unknown-question'; readonly at: number }
  | { readonly kind: 'question-empty'; readonly at: number }
  | { readonly kind: 'too-few-options'; readonly at: number }
  | { readonly kind: 'too-many-questions'; readonly most: number }

export const mostQuestions = 20

/**
 * Puts these questions in place of what a listing, or a part of it, asks. One that is left out goes; one that has answers is retired and stays with them.
 * Answers keep the words they were given under. Runs in the caller's transaction, which vouches for the listing.
 */
export function saveQuestions(db: Db, ctx: BusinessCtx, listingId: string, drafts: readonly QuestionDraft[], part: string | null = null): Result<Question[], QuestionRefusal> {
  const before = questionsOfPart(db, ctx.businessId, listingId, part)
  const refusal = refusalFor(drafts, before)
  if (refusal) return refuse(refusal)

  const kept = new Set(drafts.map((draft) => draft.id))
  const gone = before.filter((question) => !kept.has(question.id))
  for (const { id } of gone) letGo(db, ctx, id)
  drafts.forEach((draft, position) => write(db, ctx, { listingId, part, position }, draft))
  const after = questionsOfPart(db, ctx.businessId, listingId, part)
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    const changes = { asked: after.length, removed: gone.map(({ id }) => id) }
    record(db, ctx, { businessId: ctx.businessId, action: 'bookings.questions.save', subject: listingId, changes })
  }
  return ok(after)
}

function refusalFor(drafts: readonly QuestionDraft[], before: readonly Question[]): QuestionRefusal | null {
  if (drafts.length > mostQuestions) return { kind: 'too-many-questions', most: mostQuestions }
  const seen = new Set<string>()
  for (const [at, draft] of drafts.entries()) {
    if (draft.id !== null && (seen.has(draft.id) || !before.some(({ id }) => id === draft.id))) return { kind: 'unknown-question', at }
    if (draft.label.trim() === '') return { kind: 'question-empty', at }
    if (draft.kind === 'choice' && optionsOf(draft).length < 2) return { kind: 'too-few-options', at }
    if (draft.id !== null) seen.add(draft.id)
  }
  return null
}

function optionsOf({ kind, options }: QuestionDraft): string[] {
  if (kind !== 'choice') return []
  return [...new Set(options.map((option) => option.trim()).filter((option) => option !== ''))]
}

function letGo(db: Db, ctx: BusinessCtx, id: string): void {
  const where = { id, businessId: ctx.businessId }
  if (answered(db).get({ id })) retire(db).run({ ...where, now: ctx.now })
  else remove(db).run(where)
}

interface Place {
  readonly listingId: string
  readonly part: string | null
  readonly position: number
}

function write(db: Db, ctx: BusinessCtx, { listingId, part, position }: Place, draft: QuestionDraft): void {
  const row = {
    businessId: ctx.businessId,
    listingId,
    label: draft.label.trim(),
    hint: draft.hint?.trim() || null,
    kind: draft.kind,
    required: draft.required ? 1 : 0,
    options: JSON.stringify(optionsOf(draft)),
    position,
    part,
  }
  if (draft.id === null) insert(db).run({ ...row, id: ctx.newId() })
  else update(db).run({ ...row, id: draft.id })
}

const answered = prepared((db) => db.$client.prepare<{ id: string }>('SELECT 1 FROM answers WHERE question_id = @id LIMIT 1'))

const retire = prepared((db) =>
  db.$client.prepare<{ id: string; businessId: string; now: number }>('UPDATE questions SET retired_at = @now WHERE id = @id AND business_id = @businessId'),
)

const remove = prepared((db) => db.$client.prepare<{ id: string; businessId: string }>('DELETE FROM questions WHERE id = @id AND business_id = @businessId'))

const insert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO questions (id, business_id, listing_id, label, hint, kind, required, options, position, part)
     VALUES (@id, @businessId, @listingId, @label, @hint, @kind, @required, @options, @position, @part)`,
  ),
)

const update = prepared((db) =>
  db.$client.prepare(
    `UPDATE questions SET label = @label, hint = @hint, kind = @kind, required = @required, options = @options, position = @position
     WHERE id = @id AND business_id = @businessId AND listing_id = @listingId AND part IS @part`,
  ),
)
