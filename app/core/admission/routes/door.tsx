import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDay } from '~/kernel/format'
import { addDays, isLocalDate, localDateOf, startOfDay } from '~/kernel/time'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { FilterBar, FilterField } from '~/ui/filter-bar'
import { Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { PlainList } from '~/ui/plain-list'
import { When } from '~/ui/when'
import { peopleBooked } from '../../bookings/index.server'
import { peopleIn } from '../admissions.server'
import { doorSessions } from '../sessions.server'

const mostShown = 25

export const loader = guarded({ access: { needs: 'admission.run' } }, ({ db, ctx, query, url }) => {
  const { business, businessId, i18n, now } = ctx
  const zone = business.timeZone
  const today = localDateOf(now, zone)
  const asked = query.get('from') ?? ''
  const from = isLocalDate(asked) ? asked : today
  // What began last evening may still be on.
  const found = doorSessions(db, businessId, startOfDay(from, zone), mostShown + 1)
  const sessions = found.slice(0, mostShown).map((session) => ({
    ...session,
    day: localDateOf(session.startsAt, zone),
    expected: peopleBooked(db, businessId, session.id),
    inside: peopleIn(db, businessId, session.id),
  }))
  const last = sessions.at(-1)
  return {
    title: i18n.t('The door'),
    path: url.pathname,
    base: `/dashboard/${business.slug}`,
    from,
    today,
    days: [...new Set(sessions.map(({ day }) => day))].map((day) => ({ day, sessions: sessions.filter((session) => session.day === day) })),
    // The last day may be cut: the next page begins with it again, unless it is all there is.
    later: found.length > mostShown && last ? (last.day === from ? addDays(from, 1) : last.day) : null,
  }
})

export default function Door() {
  const i18n = useI18n()
  const { title, path, from, today, days, later } = useLoaderData<typeof loader>()
  return (
    <>
      <TitleLine title={title} />
      <div className="stack loose">
        <p>{i18n.t('Choose what people come to. There you let them in: by the code on their ticket, by the camera, or by their name.')}</p>
        <FilterBar action={path} submit={i18n.t('Show')}>
          <FilterField name="from" type="date" label={i18n.t('From')} value={from} />
        </FilterBar>
        {days.length === 0 ? (
          <EmptyState title={i18n.t('Nothing to come to')} actions={from === today ? undefined : <Button href={path}>{i18n.t('From today on')}</Button>}>
            <p>{i18n.t('Dates of events and activities stand here once they are planned.')}</p>
          </EmptyState>
        ) : (
          days.map(({ day, sessions }) => (
            <Section key={day} id={`day-${day}`} title={day === today ? i18n.t('Today') : formatDay(i18n.locale, day)}>
              <PlainList items={sessions.map((session) => ({ key: session.id, content: <Line session={session} /> }))} />
            </Section>
          ))
        )}
        <Pager older={later ? `${path}?from=${later}` : undefined} />
      </div>
    </>
  )
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['days'][number]['sessions'][number]

function Line({ session: { id, title, startsAt, endsAt, timeZone, status, inside, expected } }: { session: Listed }) {
  const i18n = useI18n()
  const { base } = useLoaderData<typeof loader>()
  return (
    <div className="row ends">
      <div>
        <p>
          <a href={`${base}/door/${id}`}>
            <strong dir="auto">{title}</strong>
          </a>{' '}
          {status === 'cancelled' && <Badge tone="bad">{i18n.t('Cancelled')}</Badge>}
        </p>
        <p className="soft">
          <When start={startsAt} end={endsAt} zone={timeZone} written="short" />
        </p>
      </div>
      <p>
        {i18n.t('{inside} of {expected} in', { inside, expected })}
        <br />
        <a href={`${base}/attendees/${id}`}>
          {i18n.t('Attendees')}
          <span className="sr">{`: ${title}`}</span>
        </a>
      </p>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
