import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bookingForMember } from '~/core/bookings/index.server'
import { notFound, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { isDate, movePage, moveRefusalWords, moveToDate } from '../move-page.server'
import { OtherDates } from '../ui/other-dates'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params, url }) => {
  const booking = bookingForMember(db, ctx, params.reference ?? '')
  const page = booking && movePage(db, ctx, booking.id)
  if (!booking || !page) return notFound(ctx.i18n.t('There is nothing to move to another date here.'))
  return { title: `${page.title} – ${booking.reference}`, page, who: booking.contactName, back: `/dashboard/${ctx.business.slug}/bookings/${booking.reference}`, path: url.pathname }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params, form }) => {
  const date = String(form.get('date') ?? '')
  const { booking, known } = read((db) => ({ booking: bookingForMember(db, ctx, params.reference ?? ''), known: isDate(db, ctx, date) }))
  if (!booking) return notFound(ctx.i18n.t('There is nothing to move to another date here.'))
  if (!known) return data({ why: ctx.i18n.t('Choose one of the dates.') }, { status: 422 })
  const moved = moveToDate(ctx, booking, date)
  if (!moved.ok) return data({ why: moveRefusalWords(ctx, moved.refusal) }, { status: moved.refusal.kind === 'taken' || moved.refusal.kind === 'not-from-here' ? 409 : 422 })
  return seeOther(`/dashboard/${ctx.business.slug}/bookings/${booking.reference}`, { key: 'bookings.moved-by-us', params: { reference: booking.reference } })
})

export default function DeskMove() {
  const i18n = useI18n()
  const { page, who, back, path } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <Breadcrumb href={back} label={page.reference} nav={i18n.t('Back')} />
      <TitleLine title={page.title} kicker={`${page.what}, ${who}`} />
      <OtherDates page={page} action={path} back={back} refused={answer?.why} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
