import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { HiddenField } from '~/ui/hidden-field'
import { pageTitle } from '~/ui/page-title'
import { PasswordField } from '~/ui/text-field'
import { deviceOf } from '../device.server'
import { resetPasswordForm, shortestPassword } from '../forms'
import { holdBack } from '../hold-back.server'
import { resetPassword } from '../reset-password.server'
import { endedSessionCookie } from '../sessions.server'
import { isTokenGood } from '../tokens.server'
import { DeadLink } from '../ui/dead-link'
import { FormPage } from '../ui/form-page'

export const loader = guarded({ access: 'public' }, ({ db, ctx, query }) => {
  const token = query.get('token') ?? ''
  return { title: ctx.i18n.t('Choose a new password'), token, works: isTokenGood(db, token, 'reset-password', ctx.now) }
})

export const action = guardedAction({ access: 'public' }, async ({ ctx, form, request }) => {
  const read = readForm(form, resetPasswordForm(ctx.i18n), ['password'])
  if (!read.ok) return invalid({ result: read.again(), isDead: false })
  holdBack(ctx, 'login', ctx.clientAddress)
  const answer = await resetPassword(ctx, { ...read.value, device: deviceOf(request) })
  if (!answer.ok) return conflict({ result: null, isDead: true })
  return seeOther('/log-in', { key: 'identity.password-reset' }, [endedSessionCookie(), ...answer.value.cookies])
})

export default function ResetPassword() {
  const i18n = useI18n()
  const { title, token, works } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<z.input<ReturnType<typeof resetPasswordForm>>>({
    id: 'reset-password',
    lastResult: answer?.result,
    defaultValue: { token },
    defaultNoValidate: false,
    constraint: getZodConstraint(resetPasswordForm(i18n)),
  })
  // The address of the post has the link's token too: without one it is judged by the form's.
  if (answer?.isDead || (!answer && !works)) return <DeadLink href="/forgotten-password">{i18n.t('Get a new link')}</DeadLink>
  return (
    <FormPage form={form} title={title} about={i18n.t('It ends every log-in there is. You log in with it next.')}>
      <PasswordField
        field={fields.password}
        label={i18n.t('New password')}
        hint={i18n.t('At least {least} signs. Three or four words that do not belong together are easy to remember.', { least: shortestPassword })}
        autoComplete="new-password"
        enterKeyHint="done"
      />
      <HiddenField field={fields.token} />
      <Actions>
        <Button>{i18n.t('Set the new password')}</Button>
      </Actions>
    </FormPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
