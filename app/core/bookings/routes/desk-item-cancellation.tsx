import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, invalid, notFound, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction, type MemberCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { cancelItem } from '../cancel-item.server'
import { bookingHref, bookingToAct, deskBooking } from '../desk-booking.server'
import { reasonForm } from '../desk-forms'
import { statusRefusal } from '../desk-refusals'
import { bookingForMember } from '../diary.server'
import { itemTitle } from '../domain.server'
import { itemToCancel } from '../item-to-cancel.server'
import { together } from '../together'
import { ActFrame, BackButton, ReasonPage } from '../ui/act-page'
import { PartSettlementRows } from '../ui/part-settlement-rows'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params }) => {
  const booking = bookingForMember(db, ctx, params.reference)
  const item = itemToCancel(db, ctx, booking, params.item) ?? gone(ctx, booking.reference)
  const { title, startsAt, endsAt, withWhom, settlement } = item
  return {
    title: ctx.i18n.t('Cancel {item} alone?', { item: title }),
    booking: { ...deskBooking(ctx, booking), title, startsAt, endsAt, withWhom },
    others: together(ctx.i18n, item.others),
    item: title,
    stands: item.stands && item.others.length > 0,
    settlement,
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params, form }) => {
  const { id, reference, items } = bookingToAct(ctx, params.reference)
  const item = items.find((one) => one.id === params.item) ?? gone(ctx, reference)
  const title = read((db) => itemTitle(db, ctx.i18n, item))
  const sent = readForm(form, reasonForm(ctx.i18n))
  if (!sent.ok) return invalid({ result: sent.again() })
  const answer = cancelItem(ctx, id, item.id, sent.value.reason)
  if (!answer.ok) return conflict({ result: sent.again({ '': statusRefusal(ctx.i18n, answer.refusal) }) })
  return seeOther(bookingHref(ctx, reference), { key: 'bookings.item-cancelled-by-us', params: { reference, item: title } })
})

function gone(ctx: MemberCtx, reference: string): never {
  notFound(ctx.i18n.t('This booking has no such part.'), { href: bookingHref(ctx, reference), label: ctx.i18n.t('Back to the booking') })
}

export default function ItemCancellation() {
  const i18n = useI18n()
  const { title, booking, others, item, stands, settlement } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()?.result
  if (!stands) {
    return (
      <ActFrame booking={booking} title={title} consequence={i18n.t('It cannot be cancelled alone any more: it is cancelled already, or the only one left.')}>
        <Actions>
          <BackButton booking={booking} />
        </Actions>
      </ActFrame>
    )
  }
  return (
    <ReasonPage
      booking={booking}
      title={title}
      consequence={i18n.t('The rest stays as it is: {others}. The customer gets a mail with your reason, and the time is free for others at once. Because you cancel, its whole price is let go. This cannot be taken back.', { others })}
      details={settlement && settlement.priceMinor > 0 && <PartSettlementRows settlement={settlement} item={item} />}
      tone="bad"
      verb={i18n.t('Cancel {item}', { item })}
      result={result}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
