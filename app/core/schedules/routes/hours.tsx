import type { I18n } from '@lingui/core'
import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDay } from '~/kernel/format'
import { localDateOf } from '~/kernel/time'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { exceptionSpans, weekSpans, type ExceptionSpan, type WeekSpan } from '../model/week-summary'
import { hoursOwners } from '../owners.server'
import { exceptionsOf, weeklyHoursOf } from '../queries.server'
import { weekdayName } from '../ui/week-fields'

export const loader = guarded({ access: { needs: 'hours.manage' } }, ({ db, ctx }) => {
  const today = localDateOf(ctx.now, ctx.business.timeZone)
  return {
    title: `${ctx.i18n.t('Hours')} – ${ctx.business.name}`,
    base: `/dashboard/${ctx.business.slug}/hours`,
    owners: hoursOwners(db, ctx.businessId).map((owner) => ({
      ...owner,
      week: weekSpans(weeklyHoursOf(db, ctx.businessId, owner.id)),
      next: exceptionSpans(exceptionsOf(db, ctx.businessId, owner.id, today))[0] ?? null,
    })),
  }
})

export default function Hours() {
  const i18n = useI18n()
  const { owners } = useLoaderData<typeof loader>()
  const people = owners.filter((owner) => owner.kind === 'person')
  const places = owners.filter((owner) => owner.kind === 'place')
  return (
    <div className="stack loose">
      <h1>{i18n.t('Hours')}</h1>
      <Section id="stores" title={i18n.t('Stores')}>
        <OwnersTable caption={i18n.t('Hours of the stores')} owners={owners.filter((owner) => owner.kind === 'store')} />
      </Section>
      <Section id="people" title={i18n.t('People')}>
        {people.length > 0 ? (
          <OwnersTable caption={i18n.t('Hours of the people')} owners={people} />
        ) : (
          <EmptyState id="nobody" level={3} title={i18n.t('Nobody yet')}>
            <p>{i18n.t('Add the people whom customers meet, then give them hours.')}</p>
          </EmptyState>
        )}
      </Section>
      {places.length > 0 && (
        <Section id="places" title={i18n.t('Places')}>
          <OwnersTable caption={i18n.t('Hours of the places')} owners={places} />
        </Section>
      )}
    </div>
  )
}

type Owner = ReturnType<typeof useLoaderData<typeof loader>>['owners'][number]

function OwnersTable({ caption, owners }: { caption: string; owners: readonly Owner[] }) {
  const i18n = useI18n()
  const { base } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={caption}
      quietCaption
      fold
      rows={owners}
      rowKey={(owner) => owner.id}
      columns={[
        {
          key: 'name',
          heading: i18n.t('Name'),
          names: true,
          cell: (owner) => (
            <>
              <a href={`${base}/${owner.id}`}>{owner.name}</a> {!owner.active && <Badge tone="done">{i18n.t('Not booked any more')}</Badge>}
            </>
          ),
        },
        { key: 'week', heading: i18n.t('Week'), cell: (owner) => weekOf(i18n, owner) },
        { key: 'next', heading: i18n.t('Next other day'), cell: (owner) => (owner.next ? spanText(i18n, owner.next) : i18n.t('None')) },
      ]}
    />
  )
}

// A place needs no hours of its own: it is there whenever its store is open.
function weekOf(i18n: I18n, { kind, week }: Owner): string {
  if (week.length > 0) return weekText(i18n, week)
  return kind === 'place' ? i18n.t('Whenever its store is open') : i18n.t('No hours yet: nothing can be booked')
}

function weekText(i18n: I18n, week: readonly WeekSpan[]): string {
  return week
    .map(({ firstWeekday, lastWeekday, hours }) => {
      const first = weekdayName(i18n, firstWeekday, 'weekday')
      const days = firstWeekday === lastWeekday ? first : `${first}–${weekdayName(i18n, lastWeekday, 'weekday')}`
      return `${days} ${hours.join(', ')}`
    })
    .join('; ')
}

function spanText(i18n: I18n, { from, to, hours }: ExceptionSpan): string {
  const first = formatDay(i18n.locale, from, 'short')
  const days = from === to ? first : `${first} – ${formatDay(i18n.locale, to, 'short')}`
  return hours === null ? i18n.t('{days}: closed', { days }) : `${days}: ${hours}`
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
