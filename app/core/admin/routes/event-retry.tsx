import { notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guardedAction } from '~/platform/guarded.server'
import { retryDelivery } from '~/platform/outbox/index.server'
import { deliveryForm } from '../forms'

export const action = guardedAction({ access: 'admin' }, ({ ctx, form, params }) => {
  const read = readForm(form, deliveryForm(ctx.i18n))
  if (!read.ok || !retryDelivery(ctx, params.event ?? '', read.value.subscriber).ok) notFound(ctx.i18n.t('No such event has failed. It may have been told meanwhile.'))
  return seeOther('/admin/events', { key: 'admin.event-retried' })
})
