import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { pageTitle } from '~/ui/page-title'
import { TextArea } from '~/ui/text-field'
import { bookingHref, bookingToAct, deskBooking } from '../desk-booking.server'
import { noteForm } from '../desk-forms'
import { bookingForMember } from '../diary.server'
import { noteBooking } from '../note-booking.server'
import { ActFrame, BackButton } from '../ui/act-page'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params }) => {
  const booking = bookingForMember(db, ctx, params.reference)
  return { title: ctx.i18n.t('Your note'), booking: deskBooking(ctx, booking), note: booking.ownerNote ?? '' }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params, form }) => {
  const { id, reference } = bookingToAct(ctx, params.reference)
  const read = readForm(form, noteForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  noteBooking(ctx, id, read.value.note ?? '')
  return seeOther(bookingHref(ctx, reference), { key: 'bookings.noted' })
})

export default function BookingNote() {
  const i18n = useI18n()
  const { title, booking, note } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ note?: string }>({
    id: 'note',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { note },
    defaultNoValidate: false,
    constraint: getZodConstraint(noteForm(i18n)),
  })
  return (
    <ActFrame booking={booking} title={title} consequence={i18n.t('Only your business sees it. An empty note removes it.')} before={<ErrorSummary form={form} />}>
      <form className="stack" id={form.id} method="post">
        <TextArea field={fields.note} label={i18n.t('Note')} rows={6} />
        <Actions>
          <Button>{i18n.t('Save note')}</Button>
          <BackButton booking={booking} />
        </Actions>
      </form>
    </ActFrame>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
