import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import type { Ctx } from '~/kernel/ctx'
import { minute } from '~/kernel/time'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { offeredProviders } from '~/platform/oauth.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { HiddenField } from '~/ui/hidden-field'
import { pageTitle } from '~/ui/page-title'
import { PasswordField, TextField } from '~/ui/text-field'
import { deviceOf } from '../device.server'
import { logInForm } from '../forms'
import { holdBack } from '../hold-back.server'
import { logIn, type LogInRefusal } from '../log-in.server'
import { localPath, withTo } from '../model/local-path'
import { FormPage } from '../ui/form-page'
import { ProviderButtons } from '../ui/provider-buttons'

export const loader = guarded({ access: 'public' }, ({ ctx, query }) => ({ title: ctx.i18n.t('Log in'), to: localPath(query.get('to')), providers: offeredProviders() }))

export const action = guardedAction({ access: 'public' }, async ({ ctx, form, request }) => {
  const read = readForm(form, logInForm(ctx.i18n), ['password'])
  if (!read.ok) return invalid({ result: read.again() })
  holdBack(ctx, 'login', ctx.clientAddress)
  const { email, password, to } = read.value
  const answer = await logIn(ctx, { email, password, device: deviceOf(request), present: ctx.account })
  if (answer.ok) return seeOther(localPath(to) ?? '/account', { key: 'identity.logged-in' }, answer.value.cookies)
  const status = answer.refusal.kind === 'locked' ? 429 : 422
  return data({ result: read.again({ '': sentence(ctx, answer.refusal) }) }, { status })
})

function sentence({ i18n, now }: Ctx, refusal: LogInRefusal): string {
  switch (refusal.kind) {
    case 'wrong':
      return i18n.t('The e-mail address or the password is not right. Check both, or choose a new password.')
    case 'locked': {
      const minutes = Math.ceil((refusal.until - now) / minute)
      return i18n.t('There were too many tries with this address. Try again in {minutes, plural, one {# minute} other {# minutes}}, or choose a new password.', { minutes })
    }
  }
}

export default function LogIn() {
  const i18n = useI18n()
  const { title, to, providers } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<z.input<ReturnType<typeof logInForm>>>({
    id: 'log-in',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { to },
    defaultNoValidate: false,
    constraint: getZodConstraint(logInForm(i18n)),
  })
  return (
    <FormPage
      form={form}
      title={title}
      after={
        <>
          <ProviderButtons providers={providers} to={to} />
          <ul className="plain-list flush">
            <li>
              <a href="/forgotten-password">{i18n.t('I have forgotten my password')}</a>
            </li>
            <li>
              <a href={withTo('/register', to)}>{i18n.t('Open an account')}</a>
            </li>
            <li>
              <a href="/find-booking">{i18n.t('Find a booking without an account')}</a>
            </li>
          </ul>
        </>
      }
    >
      <TextField field={fields.email} label={i18n.t('E-mail address')} type="email" autoComplete="username" enterKeyHint="next" />
      <PasswordField field={fields.password} label={i18n.t('Password')} autoComplete="current-password" enterKeyHint="go" />
      <HiddenField field={fields.to} />
      <Actions>
        <Button>{i18n.t('Log in')}</Button>
      </Actions>
    </FormPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
