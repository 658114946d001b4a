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
import { ErrorSummary } from '~/ui/error-summary'
import { Honeypot } from '~/ui/honeypot'
import { pageTitle } from '~/ui/page-title'
import { TextField } from '~/ui/text-field'
import { emailKey, holdBack } from '../../identity/index.server'
import { findBooking } from '../find-booking.server'
import { findBookingForm } from '../forms'
import { managePath } from '../manage-link.server'

export const loader = guarded({ access: 'public' }, ({ ctx, query }) => ({ title: ctx.i18n.t('Find your booking'), reference: query.get('reference') ?? undefined }))

export const action = guardedAction({ access: 'public' }, ({ ctx, form }) => {
  const sent = readForm(form, findBookingForm(ctx.i18n))
  if (!sent.ok) return invalid({ result: sent.again() })
  holdBack(ctx, 'lookup', ctx.clientAddress, emailKey(sent.value.email))
  const booking = isFromProgram(form) ? null : findBooking(sent.value)
  if (booking) return seeOther(managePath(booking))
  // The same for a wrong reference and a wrong address: nobody learns which bookings there are.
  return invalid({ result: sent.again({ '': ctx.i18n.t('We find no booking with this reference and this address. Check both: they stand in the mail we sent you.') }) })
})

export default function FindBooking() {
  const i18n = useI18n()
  const { title, reference } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<z.input<ReturnType<typeof findBookingForm>>>({
    id: 'find-booking',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { reference },
    defaultNoValidate: false,
    constraint: getZodConstraint(findBookingForm(i18n)),
  })
  return (
    <div className="stack loose narrow">
      <ErrorSummary form={form} />
      <header className="stack tight">
        <h1>{title}</h1>
        <p className="soft">{i18n.t('To move it, to cancel it, or to see when it is. The link in your mail leads there too.')}</p>
      </header>
      <form className="stack keep fields" id={form.id} method="post" action="/find-booking">
        <TextField field={fields.reference} label={i18n.t('Reference')} hint={i18n.t('It looks like AP-7K3M9Q.')} autoComplete="off" autoCapitalize="characters" spellCheck={false} enterKeyHint="next" width="short" />
        <TextField field={fields.email} label={i18n.t('E-mail address')} hint={i18n.t('The one you booked with.')} type="email" autoComplete="email" enterKeyHint="go" />
        <Honeypot />
        <Actions>
          <Button icon="search">{i18n.t('Find my booking')}</Button>
        </Actions>
      </form>
      <p>
        {i18n.t('With an account you see all your bookings in one place.')} <a href="/account/bookings">{i18n.t('Your bookings')}</a>
      </p>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
