import { seeOther } from '~/platform/answers.server'
import { guardedAction } from '~/platform/guarded.server'
import { retryMail } from '~/platform/outbox/index.server'

/** What has been sent meanwhile needs no retry: that is said, not refused. */
export const action = guardedAction({ access: 'admin' }, ({ ctx, params }) => {
  const answer = retryMail(ctx, params.mail ?? '')
  const key = answer.ok ? 'admin.mail-retried' : answer.refusal === 'purged' ? 'admin.mail-purged' : 'admin.mail-settled'
  return seeOther('/admin/mails', { key })
})
