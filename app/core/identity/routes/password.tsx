import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { PasswordField } from '~/ui/text-field'
import { changePassword } from '../change-password.server'
import { hasPassword } from '../confirm-password.server'
import { deviceOf } from '../device.server'
import { changePasswordForm, shortestPassword } from '../forms'
import { holdBack } from '../hold-back.server'
import { FormPage } from '../ui/form-page'

export const loader = guarded({ access: 'account' }, ({ db, ctx }) => ({
  title: ctx.i18n.t('Change your password'),
  email: ctx.account.email,
  isSet: hasPassword(db, ctx.account.id),
}))

export const action = guardedAction({ access: 'account' }, async ({ ctx, form, request }) => {
  const read = readForm(form, changePasswordForm(ctx.i18n), ['present', 'password'])
  if (!read.ok) return invalid({ result: read.again() })
  // A session left open must not become a place to guess the password at.
  holdBack(ctx, 'login', ctx.account.id)
  const answer = await changePassword(ctx, { ...read.value, device: deviceOf(request).name })
  if (!answer.ok) return invalid({ result: read.again({ present: ctx.i18n.t('This is not your present password') }) })
  return seeOther('/account/security', { key: 'identity.password-changed' })
})

export default function Password() {
  const i18n = useI18n()
  const { title, email, isSet } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<z.input<ReturnType<typeof changePasswordForm>>>({
    id: 'password',
    lastResult: useActionData<typeof action>()?.result,
    defaultNoValidate: false,
    constraint: getZodConstraint(changePasswordForm(i18n)),
  })
  if (!isSet) return <NoPassword />
  return (
    <FormPage form={form} title={title} about={i18n.t('Every other device is logged out then.')}>
      {/* Tells a password manager whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField field={fields.present} label={i18n.t('Present password')} autoComplete="current-password" enterKeyHint="next" />
      <PasswordField
        field={fields.password}
        label={i18n.t('New password')}
        hint={i18n.t('At least {least} signs. Three or four words that do not belong together are easy to remember.', { least: shortestPassword })}
        autoComplete="new-password"
        enterKeyHint="done"
      />
      <Actions>
        <Button>{i18n.t('Change password')}</Button>
        <Button href="/account/security" variant="plain">
          {i18n.t('Back')}
        </Button>
      </Actions>
    </FormPage>
  )
}

// Whoever came by a provider proves the address first, as everybody does who has no present password to give.
function NoPassword() {
  const i18n = useI18n()
  return (
    <div className="stack loose narrow">
      <header className="stack tight">
        <h1>{i18n.t('Your account has no password')}</h1>
        <p>{i18n.t('You log in without one. To choose a password, let us send a link to your e-mail address.')}</p>
      </header>
      <Actions>
        <Button href="/forgotten-password">{i18n.t('Choose a password')}</Button>
        <Button href="/account/security" variant="plain">
          {i18n.t('Back')}
        </Button>
      </Actions>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
