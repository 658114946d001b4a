import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatMoney } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { PlainList } from '~/ui/plain-list'
import { When } from '~/ui/when'
import { accountBookings, type AccountBooking } from '../account-bookings.server'
import { customerStatus } from '../customer-words'

export const loader = guarded({ access: 'account' }, ({ db, ctx, query }) => ({
  title: ctx.i18n.t('Your bookings'),
  ...accountBookings(db, ctx, query.get('after')),
  first: !query.has('after'),
  readerZone: ctx.zone,
  verified: ctx.account.emailVerified,
}))

export default function AccountBookings() {
  const i18n = useI18n()
  const { title, upcoming, past, older, first, totals, readerZone, verified } = useLoaderData<typeof loader>()
  const none = totals.upcoming + totals.past === 0
  return (
    <>
      <header className="stack tight">
        <h1>{title}</h1>
        {!none && <p className="soft">{i18n.t('{upcoming} to come, {past} past', { upcoming: totals.upcoming, past: totals.past })}</p>}
        {totals.spent.length > 0 && (
          <p className="soft">
            {i18n.t('Spent on bookings that took place: {sums}', { sums: totals.spent.map(({ minor, currency }) => formatMoney(i18n.locale, minor, currency)).join(', ') })}
          </p>
        )}
      </header>
      {none && (
        <EmptyState title={i18n.t('You have booked nothing yet')} actions={<Button href="/search">{i18n.t('Find a business')}</Button>}>
          <p>
            {verified
              ? i18n.t('What you book with your e-mail address appears here, with or without logging in.')
              : i18n.t('Confirm your e-mail address: then what you booked with it before appears here.')}
          </p>
        </EmptyState>
      )}
      {first && upcoming.length > 0 && (
        <Section id="upcoming" title={i18n.t('To come')}>
          <Bookings bookings={upcoming} readerZone={readerZone} />
        </Section>
      )}
      {past.length > 0 && (
        <Section id="past" title={i18n.t('Past and cancelled')}>
          <Bookings bookings={past} readerZone={readerZone} />
          <Pager newer={first ? undefined : '/account/bookings'} older={older === null ? undefined : `/account/bookings?after=${older}`} />
        </Section>
      )}
    </>
  )
}

function Bookings({ bookings, readerZone }: { bookings: readonly AccountBooking[]; readerZone: string | null }) {
  const i18n = useI18n()
  return (
    <PlainList
      flush
      items={bookings.map((booking) => {
        const badge = customerStatus(i18n, booking.status)
        return {
          key: booking.id,
          content: (
            <div className="row ends base">
              <div className="stack tight">
                <h3 dir="auto">
                  <a href={`/bookings/${booking.reference}`}>{i18n.t('{title} at {business}', { title: booking.title, business: booking.business })}</a>
                </h3>
                <p>
                  <When start={booking.startsAt} end={booking.endsAt} zone={booking.zone} readerZone={readerZone} />
                </p>
                <p className="soft fine">
                  {booking.totalMinor > 0 ? `${booking.reference}, ${formatMoney(i18n.locale, booking.totalMinor, booking.currency)}` : booking.reference}
                  {booking.paid && (
                    <>
                      {', '}
                      <a href={`/bookings/${booking.reference}/receipt`}>
                        {i18n.t('Receipt')} <span className="sr">{booking.reference}</span>
                      </a>
                    </>
                  )}
                </p>
              </div>
              <Badge tone={badge.tone}>{badge.label}</Badge>
            </div>
          ),
        }
      })}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
