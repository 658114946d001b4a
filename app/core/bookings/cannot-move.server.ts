import type { Ctx } from '~/kernel/ctx'
import { notFound, overtaken, type RefusalBody } from '~/platform/answers.server'
import { isOpen } from './model/states'
import type { Booking } from './queries.server'

/** Ends a request that finds nothing to move: 409 where the booking was called off meanwhile, else 404 with the sentence given. Throws. */
export function cannotMove({ i18n }: Pick<Ctx, 'i18n'>, booking: Pick<Booking, 'status'> | null, otherwise: string, next?: RefusalBody['next']): never {
  if (!booking || isOpen(booking.status)) return notFound(otherwise, next)
  return overtaken(booking.status === 'cancelled' ? i18n.t('This booking was cancelled, so it cannot be moved.') : i18n.t('This booking no longer stands, so it cannot be moved.'), next)
}
