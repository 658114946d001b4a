import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { categoryById } from './categories.server'
import { extraOf, type Extra } from './listing-category.server'
import type { Listing } from './queries.server'

/** What a listing says whatever its trade, as its editor has it. */
export interface ListingWords {
  readonly title: string
  readonly description: string | null
  /** A heading under which the public page groups it. */
  readonly section: string | null
  /** Its category and what it says there; null: none. */
  readonly extra: Extra | null
}

/** What a listing says, for its editor and for its copy. */
export function listingWords(db: Db, { id, businessId, title, description, section }: Listing): ListingWords {
  return { title, description, section, extra: extraOf(db, businessId, id) }
}

interface Copied extends ListingWords {
  readonly questions: readonly { readonly id: string | null }[]
}

/** The same for a copy: its title says that it is one, and its questions are its own. */
export function copiedWords<Details extends Copied>(db: Db, ctx: BusinessCtx, details: Details): Details {
  // A retired category takes nobody in: the copy stands in none.
  const offered = details.extra !== null && categoryById(db, details.extra.categoryId)?.retiredAt === null
  return {
    ...details,
    title: ctx.i18n.t('{title} (copy)', { title: details.title }),
    questions: details.questions.map((question) => ({ ...question, id: null })),
    extra: offered ? details.extra : null,
  }
}
