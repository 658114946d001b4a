import type { BusinessCtx } from '~/kernel/ctx'
import { uuidv7 } from '~/kernel/ids'
import type { Db } from '~/platform/database.server'
import { i18nFor } from '~/platform/words/i18n'
import { businessFacts } from './gate.server'

/** The context of a job that acts within one business. Throws where there is no such business: a bug. */
export function jobCtx(db: Db, job: string, now: number, businessId: string): BusinessCtx {
  const business = businessFacts(db, businessId)
  if (!business) throw new Error(`No business ${businessId}`)
  return {
    now, newId: () => uuidv7(now), requestId: `job:${job}`, i18n: i18nFor(business.language), zone: null,
    actor: { kind: 'system', job }, clientAddress: '', businessId, business, member: null,
  }
}
