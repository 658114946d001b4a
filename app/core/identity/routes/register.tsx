import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { isFromProgram } from '~/platform/honeypot'
import { offeredProviders } from '~/platform/oauth.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { HiddenField } from '~/ui/hidden-field'
import { Honeypot } from '~/ui/honeypot'
import { pageTitle } from '~/ui/page-title'
import { PasswordField, TextField } from '~/ui/text-field'
import { registerForm, shortestPassword } from '../forms'
import { holdBack } from '../hold-back.server'
import { emailKey } from '../model/email-key'
import { localPath, withTo } from '../model/local-path'
import { register } from '../register.server'
import { FormPage } from '../ui/form-page'
import { ProviderButtons } from '../ui/provider-buttons'

export const loader = guarded({ access: 'public' }, ({ ctx, query }) => ({ title: ctx.i18n.t('Open an account'), to: localPath(query.get('to')), providers: offeredProviders() }))

export const action = guardedAction({ access: 'public' }, async ({ ctx, form }) => {
  const read = readForm(form, registerForm(ctx.i18n), ['password'])
  if (!read.ok) return invalid({ result: read.again() })
  const { name, email, password, to } = read.value
  if (!isFromProgram(form)) {
    holdBack(ctx, 'registration', ctx.clientAddress, emailKey(email))
    await register(ctx, { name, email, password })
  }
  return seeOther(withTo('/register/sent', localPath(to)))
})

export default function Register() {
  const i18n = useI18n()
  const { title, to, providers } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<z.input<ReturnType<typeof registerForm>>>({
    id: 'register',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { to },
    defaultNoValidate: false,
    constraint: getZodConstraint(registerForm(i18n)),
  })
  return (
    <FormPage
      form={form}
      title={title}
      about={i18n.t('You need no account to book. With one you see all your bookings in one place.')}
      after={
        <>
          <ProviderButtons providers={providers} to={to} />
          <p>
            {i18n.t('You have an account already?')} <a href={withTo('/log-in', to)}>{i18n.t('Log in')}</a>
          </p>
        </>
      }
    >
      <TextField field={fields.name} label={i18n.t('Your name')} autoComplete="name" enterKeyHint="next" />
      <TextField
        field={fields.email}
        label={i18n.t('E-mail address')}
        hint={i18n.t('We send a link there to confirm that it is yours.')}
        type="email"
        autoComplete="username"
        enterKeyHint="next"
      />
      <PasswordField
        field={fields.password}
        label={i18n.t('Password')}
        hint={i18n.t('At least {least} signs. Three or four words that do not belong together are easy to remember.', { least: shortestPassword })}
        autoComplete="new-password"
        enterKeyHint="done"
      />
      <HiddenField field={fields.to} />
      <Honeypot />
      <Actions>
        <Button>{i18n.t('Open an account')}</Button>
      </Actions>
    </FormPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
