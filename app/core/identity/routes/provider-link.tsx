import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { providerNames } from '~/platform/log-in-providers'
import { beginAtProvider, isOffered } from '~/platform/oauth.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { PasswordField } from '~/ui/text-field'
import { confirmPassword, hasPassword } from '../confirm-password.server'
import { linkProviderForm } from '../forms'
import { holdBack } from '../hold-back.server'
import { FormPage } from '../ui/form-page'

export const loader = guarded({ access: 'account' }, ({ db, ctx, params }) => {
  const { provider } = params
  if (!isOffered(provider)) notFound(ctx.i18n.t('That way to log in is not offered here.'), { href: '/account/security', label: ctx.i18n.t('Security') })
  const name = providerNames[provider]
  return { title: ctx.i18n.t('Link {provider}', { provider: name }), name, email: ctx.account.email, asks: hasPassword(db, ctx.account.id) }
})

export const action = guardedAction({ access: 'account' }, async ({ ctx, form, params }) => {
  const { provider } = params
  if (!isOffered(provider)) return seeOther('/account/security', { key: 'identity.provider-not-offered' })
  const read = readForm(form, linkProviderForm(ctx.i18n), ['present'])
  if (!read.ok) return invalid({ result: read.again() })
  holdBack(ctx, 'login', ctx.account.id)
  // It would let somebody in long after this session: a session left open is not enough.
  if (!(await confirmPassword(ctx.account.id, read.value.present ?? ''))) return invalid({ result: read.again({ present: ctx.i18n.t('This is not your present password') }) })
  const { location, cookie } = await beginAtProvider(provider, { to: null, linkTo: ctx.account.id }, ctx.now)
  return seeOther(location, undefined, [cookie])
})

export default function LinkProvider() {
  const i18n = useI18n()
  const { title, name, email, asks } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<z.input<ReturnType<typeof linkProviderForm>>>({
    id: 'link-provider',
    lastResult: useActionData<typeof action>()?.result,
    defaultNoValidate: false,
    constraint: { ...getZodConstraint(linkProviderForm(i18n)), present: { required: asks } },
  })
  return (
    <FormPage
      form={form}
      title={title}
      about={i18n.t('{provider} asks who you are. From then on its log-in opens this account, whatever your address there is.', { provider: name })}
    >
      {asks && (
        <>
          {/* Tells a password manager whose password this is. */}
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <PasswordField field={fields.present} label={i18n.t('Present password')} autoComplete="current-password" enterKeyHint="go" />
        </>
      )}
      <Actions>
        <Button>{i18n.t('Continue to {provider}', { provider: name })}</Button>
        <Button href="/account/security" variant="plain">
          {i18n.t('Back')}
        </Button>
      </Actions>
    </FormPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
