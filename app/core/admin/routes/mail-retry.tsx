import { notFound, seeOther } from '~/platform/answers.server'
import { guardedAction } from '~/platform/guarded.server'
import { retryMail } from '~/platform/outbox/index.server'

export const action = guardedAction({ access: 'admin' }, ({ ctx, params }) => {
  const answer = retryMail(ctx, params.mail ?? '')
  if (answer.ok) return seeOther('/admin/mails', { key: 'admin.mail-retried' })
  if (answer.refusal === 'purged') return seeOther('/admin/mails', { key: 'admin.mail-purged' })
  notFound(ctx.i18n.t('No such mail has failed. It may have been sent meanwhile.'))
})
