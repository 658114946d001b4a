import { notFound, seeOther } from '~/platform/answers.server'
import { guardedAction } from '~/platform/guarded.server'
import { makeDefaultAddress } from '../addresses.server'

export const action = guardedAction({ access: 'account' }, ({ ctx, params }) => {
  const answer = makeDefaultAddress(ctx, params.address ?? '')
  if (!answer.ok) notFound(ctx.i18n.t('You have no such address.'))
  return seeOther('/account/addresses', { key: 'identity.address-default' })
})
