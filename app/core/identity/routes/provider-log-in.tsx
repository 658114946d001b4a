import { seeOther } from '~/platform/answers.server'
import { guardedAction } from '~/platform/guarded.server'
import { beginAtProvider, isOffered } from '~/platform/oauth.server'
import { holdBack } from '../hold-back.server'
import { localPath } from '../model/local-path'

/** Sends somebody on to the provider. A post, since it sets the cookie by which they are known when they return. */
export const action = guardedAction({ access: 'public' }, async ({ ctx, form, params }) => {
  const { provider } = params
  if (!isOffered(provider)) return seeOther('/log-in', { key: 'identity.provider-not-offered' })
  holdBack(ctx, 'login', ctx.clientAddress)
  const { location, cookie } = await beginAtProvider(provider, { to: localPath(form.get('to')), linkTo: null }, ctx.now)
  return seeOther(location, undefined, [cookie])
})
