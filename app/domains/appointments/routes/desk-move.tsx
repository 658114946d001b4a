import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { moveBooking, together } from '~/core/bookings/index.server'
import { TimeWeek } from '~/core/schedules/index'
import { deskTimes } from '~/core/schedules/index.server'
import { formatDateTime } from '~/kernel/format'
import { formatInstant, parseInstant } from '~/kernel/time'
import { invalid, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import { Notice } from '~/ui/notice'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { When } from '~/ui/when'
import { deskRefusal } from '../desk-refusal'
import { deskMove } from '../desk-step.server'
import { moveForm } from '../forms'
import { movesTo, movingParts } from '../move-page.server'
import { nearestVisits, timesOf } from '../open-visits.server'
import { MovedParts } from '../ui/moved-parts'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params, query, url }) => {
  const { booking, visit, people, person } = deskMove(db, ctx, params.reference, query)
  const start = parseInstant(query.get('start') ?? '')
  const parts = movingParts(visit)
  const last = parts.at(-1)
  return {
    title: ctx.i18n.t('Move {reference}', { reference: booking.reference }),
    path: url.pathname,
    back: `/dashboard/${ctx.business.slug}/bookings/${booking.reference}`,
    reference: booking.reference,
    who: booking.contactName,
    itemId: visit.itemId,
    what: together(ctx.i18n, parts.map(({ title }) => title)),
    parts,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    zone: visit.store.timeZone,
    people: people.map(({ id, name }) => ({ value: id, label: name })),
    staff: person?.id ?? '',
    withWhom: person?.name ?? null,
    start,
    end: start === null || !last ? null : start + last.afterMs + last.lengthMs,
    times: deskTimes(ctx, timesOf(db, ctx, { ...visit, atDesk: true }), query.get('from')),
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params, query, form }) => {
  const { booking, visit } = read((db) => deskMove(db, ctx, params.reference, query))
  const sent = readForm(form, moveForm(ctx.i18n))
  const start = sent.ok && sent.value.item === visit.itemId ? parseInstant(sent.value.start) : null
  if (start === null) return invalid({ why: ctx.i18n.t('Choose one of the times.'), alternatives: [] as number[] })
  const moved = moveBooking(ctx, { bookingId: booking.id, items: movesTo(visit, start) })
  if (moved.ok) return seeOther(`/dashboard/${ctx.business.slug}/bookings/${booking.reference}`, { key: 'bookings.moved-by-us', params: { reference: booking.reference } })
  const { refusal } = moved
  const alternatives = refusal.kind === 'taken' ? read((db) => nearestVisits(db, ctx, { ...visit, atDesk: true }, start)).map((open) => open.start) : []
  return data({ why: deskRefusal(ctx.i18n, refusal), alternatives }, { status: refusal.kind === 'taken' || refusal.kind === 'not-from-here' ? 409 : 422 })
})

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function DeskMove() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { title, back, reference, who, what, zone, start } = page
  return (
    <>
      <Breadcrumb href={back} label={reference} nav={i18n.t('Back')} />
      <TitleLine title={title} kicker={`${what}, ${who}`} />
      <div className="stack loose">
        <p>
          {i18n.t('It is on')} <When start={page.startsAt} end={page.endsAt} zone={zone} />
        </p>
        {refused && (
          <Notice tone="bad" announce>
            <p>
              <strong>{refused.why}</strong> {i18n.t('Nothing has changed: the visit is where it was.')}
            </p>
            <Actions small>
              {refused.alternatives.map((other: number) => (
                <Button key={other} variant="quiet" href={moveHref(page, { start: formatInstant(other) })}>
                  {formatDateTime(i18n.locale, zone, other, 'short')}
                </Button>
              ))}
            </Actions>
          </Notice>
        )}
        {start !== null && !refused ? <Ask page={page} start={start} /> : <Choose page={page} />}
      </div>
    </>
  )
}

function Ask({ page, start }: { page: Page; start: number }) {
  const i18n = useI18n()
  const { itemId, end, zone, staff, withWhom } = page
  return (
    <>
      <Notice icon="move">
        <p className="statement">
          <When start={start} end={end ?? start} zone={zone} />
          {withWhom && `, ${withWhom}`}
        </p>
        <MovedParts parts={page.parts} start={start} zone={zone} />
        <p>{i18n.t('The old time is free for others at once, and the customer gets a mail. Have you agreed it with them?')}</p>
      </Notice>
      <form id="move" method="post" action={moveHref(page, { staff })}>
        <input type="hidden" name="item" value={itemId} />
        <input type="hidden" name="start" value={formatInstant(start)} />
        <Actions>
          <Button icon="move">{i18n.t('Move the visit')}</Button>
          <Button variant="quiet" href={moveHref(page, { staff })}>
            {i18n.t('Choose another time')}
          </Button>
        </Actions>
      </form>
    </>
  )
}

function Choose({ page }: { page: Page }) {
  const i18n = useI18n()
  const { path, people, staff, times, zone } = page
  return (
    <>
      <FilterBar action={path} submit={i18n.t('Show times')}>
        {people.length > 1 && <FilterSelect name="staff" label={i18n.t('With')} value={staff} options={[{ value: '', label: i18n.t('Anyone who is free') }, ...people]} />}
        <FilterField name="from" type="date" label={i18n.t('Week of')} value={times.monday} min={times.first} />
      </FilterBar>
      <TimeWeek page={times} zone={zone} readerZone={null} timeHref={(start) => moveHref(page, { staff, start: formatInstant(start) })} weekHref={(from) => moveHref(page, { staff, from })} />
    </>
  )
}

function moveHref({ path }: Page, query: Readonly<Record<string, string>>): string {
  return `${path}?${new URLSearchParams(query)}`.replaceAll('%3A', ':')
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
