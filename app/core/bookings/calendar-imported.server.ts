import { instantText } from '~/kernel/format'
import { localDateOf, type Interval } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { calendarHref } from './calendar-address'
import type { Looking } from './calendar-faces.server'
import type { SessionFace } from './calendar-sessions.server'
import { importedTimes } from './imported.server'

/** What other channels sold, as blocked times: nobody's diary, and in the stores of its listing. Whoever may not open its page is led to its day. */
export function importedFaces(db: Db, { ctx, base, zone, address, narrowed }: Looking, between: Interval): SessionFace[] {
  if (narrowed.staffId) return []
  const shown = importedTimes(db, ctx.business, between).filter(({ domain, storeIds }) => (!narrowed.domain || narrowed.domain === domain) && (!narrowed.storeId || storeIds.includes(narrowed.storeId)))
  return shown.map(({ id, startsAt, endsAt, channel, listing, href, needs }) => ({
    key: id,
    href: ctx.member.may(needs) ? href : calendarHref(`${base}/calendar`, { ...address, view: 'day', date: localDateOf(startsAt, zone) }),
    dateTime: instantText(startsAt),
    startsAt,
    endsAt,
    domain: 'blocked',
    kind: ctx.i18n.t('Sold elsewhere'),
    title: channel,
    detail: listing,
    staffId: null,
    placeIds: [],
  }))
}
