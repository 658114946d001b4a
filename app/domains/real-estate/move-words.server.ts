import type { MoveRefusal } from '~/core/bookings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { troubleWords } from './book-step.server'

/** Why a stay did not move, and with which status the page says it. */
export function moveTrouble(ctx: BusinessCtx, refusal: MoveRefusal): { readonly why: string; readonly status: 409 | 422 } {
  switch (refusal.kind) {
    case 'not-from-here':
      return { why: ctx.i18n.t('This booking no longer stands, so it cannot be moved.'), status: 409 }
    case 'already-started':
      return { why: ctx.i18n.t('It has begun already, so it can no longer be moved.'), status: 409 }
    case 'unknown-booking':
      return { why: ctx.i18n.t('This booking no longer stands, so it cannot be moved.'), status: 409 }
    default:
      return troubleWords(ctx, refusal)
  }
}
