import type { ReactNode } from 'react'
import { formatDateTime } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Facts } from '~/ui/facts'
import { Notice } from '~/ui/notice'
import { Breadcrumb } from '~/ui/page'
import { When } from '~/ui/when'
import type { DeskDateFacts } from '../desk-dates.server'
import { DateBadge } from './date-badge'

interface DeskDateProps {
  /** The listing, and its page. */
  readonly name: string
  readonly here: string
  /** The date's own page. */
  readonly at: string
  readonly date: DeskDateFacts
  /** What booking in it is called. */
  readonly book: string
  readonly guide: string
  readonly mayManage: boolean
  readonly mayBook: boolean
  readonly links: DateLinks
  /** How many of its bookings are still to be told. */
  readonly toTell: number
  readonly children: ReactNode
}

/** Where else one goes from a date; null where this member may not. */
export interface DateLinks {
  readonly bookings: string
  readonly attendees: string | null
  readonly door: string | null
}

/** The page of one date: what can be done with it, what it needs, and the numbers and forms that its trade adds. */
export function DeskDate({ name, here, at, date, book, guide, mayManage, mayBook, links, toTell, children }: DeskDateProps) {
  const i18n = useI18n()
  return (
    <div className="stack loose">
      <Breadcrumb href={here} label={name} nav={i18n.t('Back')} />
      <header className="title-line">
        <div>
          <div className="row">
            <h1>
              <When start={date.startsAt} end={date.endsAt} zone={date.zone} />
            </h1>{' '}
            <DateBadge status={date.status} />
          </div>
          {date.ownTitle && <p className="soft">{date.ownTitle}</p>}
        </div>
        <DateActs at={at} date={date} book={mayBook ? book : null} links={links} mayManage={mayManage} />
      </header>
      <Notices at={at} date={date} mayManage={mayManage} toTell={toTell} />
      <WhatItNeeds date={date} guide={guide} />
      {children}
    </div>
  )
}

function Notices({ at, date, mayManage, toTell }: Pick<DeskDateProps, 'at' | 'date' | 'mayManage' | 'toTell'>) {
  const i18n = useI18n()
  return (
    <>
      {date.reason && (
        <Notice tone="bad">
          <p>{i18n.t('Everybody was told: {reason}', { reason: date.reason })}</p>
        </Notice>
      )}
      {toTell > 0 && (
        <Notice tone="wait">
          <p>{i18n.t('{count, plural, one {# booking is} other {# bookings are}} still to be dealt with. It goes on by itself.', { count: toTell })}</p>
        </Notice>
      )}
      {date.toDecide && mayManage && (
        <Notice tone="wait">
          <p>{i18n.t('Too few people are booked.')}</p>
          <Actions small>
            <Button href={`${at}/decision`}>{i18n.t('Decide')}</Button>
          </Actions>
        </Notice>
      )}
    </>
  )
}

function WhatItNeeds({ date: { guide: who, rooms, repeats, minPeople, decideBy, zone }, guide }: Pick<DeskDateProps, 'date' | 'guide'>) {
  const i18n = useI18n()
  const facts = [
    ...(who ? [{ term: guide, detail: who }] : []),
    ...(rooms.length > 0 ? [{ term: i18n.t('Rooms'), detail: rooms.join(', ') }] : []),
    ...(repeats ? [{ term: i18n.t('Comes again'), detail: repeats }] : []),
    ...(minPeople !== null && decideBy !== null ? [{ term: i18n.t('Needs'), detail: i18n.t('{count, plural, one {# place} other {# places}} booked by {when}', { count: minPeople, when: formatDateTime(i18n.locale, zone, decideBy) }) }] : []),
  ]
  return facts.length > 0 ? <Facts facts={facts} /> : null
}

function DateActs({ at, date, book, links, mayManage }: { at: string; date: DeskDateFacts; book: string | null; links: DateLinks; mayManage: boolean }) {
  const i18n = useI18n()
  const isOn = date.status !== 'cancelled'
  return (
    <Actions small>
      {book && isOn && (
        <Button icon="plus" href={`${at}/order`}>
          {book}
        </Button>
      )}
      <Button variant="quiet" href={links.bookings}>
        {i18n.t('Bookings')}
      </Button>
      {links.attendees && (
        <Button variant="quiet" icon="users" href={links.attendees}>
          {i18n.t('Attendees')}
        </Button>
      )}
      {links.door && isOn && (
        <Button variant="quiet" icon="door" href={links.door}>
          {i18n.t('The door')}
        </Button>
      )}
      {mayManage && date.isAhead && (
        <>
          <Button variant="quiet" icon="move" href={`${at}/move`}>
            {i18n.t('Move')}
          </Button>
          <Button variant="plain" href={`${at}/cancellation`}>
            {i18n.t('Cancel this date…')}
          </Button>
        </>
      )}
    </Actions>
  )
}
