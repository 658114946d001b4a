import { seeOther } from '~/platform/answers.server'
import { guardedAction } from '~/platform/guarded.server'
import { deviceOf } from '../device.server'
import { revokeOtherSessions, revokeSession } from '../end-sessions.server'

/** One session by its hash, or `others`. What has ended by itself meanwhile is ended: nothing is left to refuse. */
export const action = guardedAction({ access: 'account' }, ({ ctx, form, request }) => {
  const session = String(form.get('session'))
  const device = deviceOf(request).name
  if (session === 'others') {
    revokeOtherSessions(ctx, device)
    return seeOther('/account/security', { key: 'identity.sessions-ended' })
  }
  const answer = revokeSession(ctx, session, device)
  return seeOther('/account/security', answer.ok ? { key: 'identity.session-ended' } : undefined)
})
