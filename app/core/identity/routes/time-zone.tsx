import { isZone } from '~/kernel/time'
import { seeOther } from '~/platform/answers.server'
import { cookieLine, cookieNames } from '~/platform/cookies.server'
import { guardedAction } from '~/platform/guarded.server'
import { localPath } from '../model/local-path'
import { saveProfile } from '../profile.server'

const twoYears = 2 * 365 * 24 * 3600

/** An empty zone goes back to the store's time alone. */
export const action = guardedAction({ access: 'public' }, ({ ctx, form }) => {
  const back = localPath(form.get('to')) ?? '/'
  const zone = form.get('zone')
  if (typeof zone !== 'string' || (zone !== '' && !isZone(zone))) return seeOther(back, { key: 'identity.unknown-choice' })
  if (ctx.account) saveProfile({ ...ctx, account: ctx.account }, { timeZone: zone || null })
  return seeOther(back, undefined, [cookieLine(cookieNames.zone, zone, { maxAge: zone ? twoYears : 0 })])
})
