import { seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guardedAction } from '~/platform/guarded.server'
import { retryDelivery } from '~/platform/outbox/index.server'
import { deliveryForm } from '../forms'

/** What has been told meanwhile needs no retry: that is said, not refused. */
export const action = guardedAction({ access: 'admin' }, ({ ctx, form, params }) => {
  const read = readForm(form, deliveryForm(ctx.i18n))
  const retried = read.ok && retryDelivery(ctx, params.event ?? '', read.value.subscriber).ok
  return seeOther('/admin/events', { key: retried ? 'admin.event-retried' : 'admin.event-settled' })
})
