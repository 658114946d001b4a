import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { moveBooking } from '~/core/bookings/index.server'
import { formatDateTime } from '~/kernel/format'
import { formatInstant, minute, parseInstant } from '~/kernel/time'
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
import { chosenAt, startOf, type Choice } from '../choice'
import { deskRefusal } from '../desk-refusal'
import { deskMove } from '../desk-step.server'
import { deskTimes } from '../desk-times.server'
import { moveForm } from '../forms'
import { TimeWeek } from '../ui/time-week'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, params, query, url }) => {
  const { booking, item, service, store, people, person, staff } = deskMove(db, ctx, params.reference, query)
  const start = parseInstant(query.get('start') ?? '')
  return {
    title: ctx.i18n.t('Move {reference}', { reference: booking.reference }),
    path: url.pathname,
    back: `/dashboard/${ctx.business.slug}/bookings/${booking.reference}`,
    reference: booking.reference,
    who: booking.contactName,
    item: { id: item.id, title: item.title, startsAt: item.startsAt, endsAt: item.endsAt },
    zone: store.timeZone,
    people: people.map(({ id, name }) => ({ value: id, label: name })),
    staff: person?.id ?? '',
    withWhom: person?.name ?? null,
    start,
    end: start === null ? null : start + service.durationMinutes * minute,
    times: deskTimes(db, ctx, service, { store, staff, from: query.get('from'), ignoring: item.id }),
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, params, query, form }) => {
  const { booking, item, service, store, person } = read((db) => deskMove(db, ctx, params.reference, query))
  const sent = readForm(form, moveForm(ctx.i18n))
  const start = sent.ok && sent.value.item === item.id ? parseInstant(sent.value.start) : null
  if (start === null) return invalid({ why: ctx.i18n.t('Choose one of the times.'), alternatives: [] as number[] })
  const choice = chosenAt(start, person?.id ?? null, service.stores.length > 1 ? store.id : null)
  const moved = moveBooking(ctx, { bookingId: booking.id, items: [{ itemId: item.id, choice: { ...choice } }] })
  if (moved.ok) return seeOther(`/dashboard/${ctx.business.slug}/bookings/${booking.reference}`, { key: 'bookings.moved-by-us', params: { reference: booking.reference } })
  const { refusal } = moved
  const alternatives: number[] = refusal.kind === 'taken' ? refusal.alternatives.map((other) => startOf(other as Choice)) : []
  return data({ why: deskRefusal(ctx.i18n, refusal), alternatives }, { status: refusal.kind === 'taken' || refusal.kind === 'not-from-here' ? 409 : 422 })
})

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function DeskMove() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { title, back, reference, who, item, zone, start } = page
  return (
    <>
      <Breadcrumb href={back} label={reference} nav={i18n.t('Back')} />
      <TitleLine title={title} kicker={`${item.title}, ${who}`} />
      <div className="stack loose">
        <p>
          {i18n.t('It is on')} <When start={item.startsAt} end={item.endsAt} zone={zone} />
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
  const { item, end, zone, staff, withWhom } = page
  return (
    <>
      <Notice icon="move">
        <p className="statement">
          <When start={start} end={end ?? start} zone={zone} />
          {withWhom && `, ${withWhom}`}
        </p>
        <p>{i18n.t('The old time is free for others at once, and the customer gets a mail. Have you agreed it with them?')}</p>
      </Notice>
      <form id="move" method="post" action={moveHref(page, { staff })}>
        <input type="hidden" name="item" value={item.id} />
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
