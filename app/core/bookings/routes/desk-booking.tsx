import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge, Tag } from '~/ui/badge'
import { Breadcrumb, Section, Spread, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { bookingPage } from '../booking-page.server'
import { bookingForMember } from '../diary.server'
import { BookingActs, Urgent } from '../ui/booking-acts'
import { BookingMoney } from '../ui/booking-money'
import { BookingHistory, BookingNote, BookingWhat, BookingWho } from '../ui/booking-parts'
import { statusName } from '../words'

export const loader = guarded({ access: { needs: 'bookings.read' } }, ({ db, ctx, params }) => bookingPage(db, ctx, bookingForMember(db, ctx, params.reference)))

export default function Booking() {
  const i18n = useI18n()
  const data = useLoaderData<typeof loader>()
  const { booking, base, items, shown } = data
  const { label, tone } = statusName(i18n, shown)
  return (
    <>
      <Breadcrumb href={`${base}/bookings`} label={i18n.t('Bookings')} nav={i18n.t('Back')} />
      <TitleLine
        title={booking.contactName}
        kicker={
          <>
            {booking.reference} {items[0] && <Tag domain={items[0].domain}>{items[0].trade}</Tag>}
          </>
        }
      >
        <Badge tone={tone}>{label}</Badge>
      </TitleLine>
      <div className="stack loose">
        <Urgent data={data} />
        <Spread
          label={i18n.t('Money and history')}
          aside={
            <>
              <BookingMoney data={data} />
              <BookingHistory data={data} />
            </>
          }
        >
          <Section id="what" title={i18n.t('The booking')} domain={items[0]?.domain}>
            <BookingWhat data={data} />
          </Section>
          <BookingActs data={data} />
          <BookingWho data={data} />
          <BookingNote data={data} />
        </Spread>
      </div>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
