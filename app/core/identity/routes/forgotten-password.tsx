import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { isFromProgram } from '~/platform/honeypot'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Honeypot } from '~/ui/honeypot'
import { pageTitle } from '~/ui/page-title'
import { TextField } from '~/ui/text-field'
import { forgottenPasswordForm } from '../forms'
import { holdBack } from '../hold-back.server'
import { emailKey } from '../model/email-key'
import { askPasswordReset } from '../reset-password.server'
import { FormPage } from '../ui/form-page'

export const loader = guarded({ access: 'public' }, ({ ctx }) => ({ title: ctx.i18n.t('Choose a new password') }))

export const action = guardedAction({ access: 'public' }, ({ ctx, form }) => {
  const read = readForm(form, forgottenPasswordForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  if (!isFromProgram(form)) {
    holdBack(ctx, 'reset', ctx.clientAddress, emailKey(read.value.email))
    askPasswordReset(ctx, read.value.email)
  }
  return seeOther('/forgotten-password/sent')
})

export default function ForgottenPassword() {
  const i18n = useI18n()
  const { title } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<z.input<ReturnType<typeof forgottenPasswordForm>>>({
    id: 'forgotten-password',
    lastResult: useActionData<typeof action>()?.result,
    defaultNoValidate: false,
    constraint: getZodConstraint(forgottenPasswordForm(i18n)),
  })
  return (
    <FormPage
      form={form}
      title={title}
      about={i18n.t('Tell us your address. If it has an account, we send a link there with which you choose a new password.')}
      after={
        <p>
          <a href="/log-in">{i18n.t('Back to log in')}</a>
        </p>
      }
    >
      <TextField field={fields.email} label={i18n.t('E-mail address')} type="email" autoComplete="username" enterKeyHint="send" />
      <Honeypot />
      <Actions>
        <Button>{i18n.t('Send me a link')}</Button>
      </Actions>
    </FormPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
