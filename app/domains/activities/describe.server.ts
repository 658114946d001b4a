import type { I18n } from '@lingui/core'
import * as z from 'zod'
import type { Described, DescribedItem, Whereabouts } from '~/core/bookings/index.server'
import { listingById } from '~/core/listings/index.server'
import type { Db } from '~/platform/database.server'
import type { PriceOfPeople } from './model/price'
import { activityOf, type Activity } from './queries.server'

const trace = z.object({ people: z.array(z.object({ label: z.string(), count: z.number() })), private: z.boolean() })

/** What is kept with an item: who came of each kind, as the kinds were called then. */
export function traceOf({ lines }: PriceOfPeople, alone: boolean): z.output<typeof trace> {
  return { people: lines.map(({ kind, count }) => ({ label: kind.label, count })), private: alone }
}

/** How people in a session read: who they are, where they meet, who leads it. */
export function describePlace(db: Db, i18n: I18n, item: DescribedItem): Described {
  const listing = listingById(db, item.businessId, item.listingId)
  const activity = listing && activityOf(db, listing)
  const kept = trace.safeParse(item.trace)
  const facts = [
    ...(kept.success ? [{ term: i18n.t('People'), text: peopleWords(i18n, kept.data) }] : []),
    ...(activity?.bring ? [{ term: i18n.t('What to bring'), text: activity.bring }] : []),
  ]
  return { title: item.title, withWhom: item.staffName, where: activity && whereOf(activity), facts, span: 'hours' }
}

/** Where people meet, with a map where it is marked on one; null: at the store. */
export function whereOf({ meetingPoint, latitude, longitude }: Pick<Activity, 'meetingPoint' | 'latitude' | 'longitude'>): Whereabouts | null {
  if (meetingPoint === null) return null
  if (latitude === null || longitude === null) return { text: meetingPoint }
  return { text: meetingPoint, mapHref: `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}` }
}

/** "Adult × 2, Child × 1" */
function peopleWords(i18n: I18n, { people, private: alone }: z.output<typeof trace>): string {
  const words = people.map(({ label, count }) => i18n.t('{kind} × {count}', { kind: label, count })).join(', ')
  return alone ? i18n.t('{people}, among themselves', { people: words }) : words
}
