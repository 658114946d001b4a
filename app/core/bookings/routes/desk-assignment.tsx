import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatTimeRange } from '~/kernel/format'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { read as readDatabase } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction, type MemberCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { SelectField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { HiddenField } from '~/ui/hidden-field'
import { pageTitle } from '~/ui/page-title'
import { staffOf } from '../../businesses/index.server'
import { entriesOf } from '../calendar.server'
import { bookingHref, bookingToAct, deskBooking } from '../desk-booking.server'
import { assignmentForm } from '../desk-forms'
import { reassignRefusal } from '../desk-refusals'
import { bookingForMember } from '../diary.server'
import { shownItems } from '../model/items'
import { peopleFor, reassignItem, type ReassignRefusal } from '../reassign-item.server'
import { ActFrame, BackButton } from '../ui/act-page'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params, query }) => {
  const booking = bookingForMember(db, ctx, params.reference)
  const item = booking.items.find(({ id }) => id === query.get('item')) ?? shownItems(booking.items)[0]
  const able = item ? peopleFor(db, ctx.businessId, item) : []
  const others = staffOf(db, ctx.businessId).filter(({ active, id }) => active && able.includes(id) && id !== item?.staffId)
  return {
    title: ctx.i18n.t('Give to somebody else'),
    booking: { ...deskBooking(ctx, booking), ...(item && { title: item.title, startsAt: item.startsAt, endsAt: item.endsAt, withWhom: item.staffName }) },
    item: item?.id ?? '',
    people: others.map(({ id, name }) => ({ value: id, label: name })),
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params, form }) => {
  const { id, reference } = bookingToAct(ctx, params.reference)
  const read = readForm(form, assignmentForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const given = reassignItem(ctx, { bookingId: id, itemId: read.value.item, staffId: read.value.staff })
  if (!given.ok) return conflict({ result: read.again({ staff: reassignRefusal(ctx.i18n, given.refusal, inTheWay(ctx, given.refusal)) }) })
  // Who hands over what was in their own diary no longer sees it.
  const href = ctx.member.may('bookings.read-all') ? bookingHref(ctx, reference) : `/dashboard/${ctx.business.slug}/overview`
  return seeOther(href, { key: 'bookings.reassigned' })
})

export default function BookingAssignment() {
  const i18n = useI18n()
  const { title, booking, item, people } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ item: string; staff: string }>({
    id: 'assignment',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { item },
    defaultNoValidate: false,
    constraint: getZodConstraint(assignmentForm(i18n)),
  })
  return (
    <ActFrame
      booking={booking}
      title={title}
      consequence={i18n.t('Time and place stay as they are. The customer is not asked.')}
      before={<ErrorSummary form={form} />}
    >
      <form className="stack" id={form.id} method="post">
        <SelectField field={fields.staff} label={i18n.t('Who will do it')} options={people} blank={i18n.t('Choose one')} width="short" />
        <HiddenField field={fields.item} />
        <Actions>
          <Button>{i18n.t('Give it to them')}</Button>
          <BackButton booking={booking} />
        </Actions>
      </form>
    </ActFrame>
  )
}

/** What the chosen person has then, in words; only to those who may see it. */
function inTheWay(ctx: MemberCtx, refusal: ReassignRefusal): string {
  if (refusal.kind !== 'taken' || !ctx.member.may('bookings.read-all')) return ''
  const { locale } = ctx.i18n
  const entries = readDatabase((db) => entriesOf(db, ctx.businessId, refusal.subjects))
  return entries.map(({ title, timeZone, startsAt, endsAt }) => `${title}, ${formatTimeRange(locale, timeZone, startsAt, endsAt)}`).join('; ')
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
