import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDay, zonePlace } from '~/kernel/format'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb, Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Time } from '~/ui/when'
import { weekForm } from '../forms'
import { stretchesShown, weekValues } from '../model/week-form'
import { exceptionSpans } from '../model/week-summary'
import { ownerPage } from '../owner-page.server'
import { exceptionsOf, weeklyHoursOf } from '../queries.server'
import { refusalWords } from '../refusals'
import { replaceWeeklyHours } from '../replace-weekly-hours.server'
import { visitsOutside } from '../visits.server'
import { WeekFields, weekLabels } from '../ui/week-fields'

const mostNamed = 6

export const loader = guarded({ access: { needs: 'hours.manage' } }, ({ db, ctx, params }) => {
  const { owner, zone, today, base, here } = ownerPage(db, ctx, params.owner)
  return {
    title: `${ctx.i18n.t('Hours of {name}', { name: owner.name })} – ${ctx.business.name}`,
    name: owner.name,
    zone,
    base,
    here,
    values: weekValues(weeklyHoursOf(db, ctx.businessId, owner.id)),
    exceptions: exceptionSpans(exceptionsOf(db, ctx.businessId, owner.id, today)).map((span) => {
      const outside = visitsOutside(db, ctx.businessId, owner.id, span, zone)
      return { ...span, outside: outside.slice(0, mostNamed), more: Math.max(0, outside.length - mostNamed) }
    }),
    bookings: `/dashboard/${ctx.business.slug}/bookings`,
    whose: owner.kind === 'person' ? `&staff=${owner.id}` : owner.kind === 'store' ? `&store=${owner.id}` : '',
  }
})

export const action = guardedAction({ access: { needs: 'hours.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, weekForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const answer = replaceWeeklyHours(ctx, params.owner ?? '', read.value.rows)
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther(`/dashboard/${ctx.business.slug}/hours`, { key: 'schedules.saved' })
})

export default function OwnerHours() {
  const i18n = useI18n()
  const { name, zone, base, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<Record<string, string>>({ id: 'week', lastResult: answer?.result, defaultValue: values, defaultNoValidate: false })
  const stretches = stretchesShown(Object.keys(values))
  return (
    <div className="stack loose">
      <Breadcrumb href={base} label={i18n.t('Hours')} nav={i18n.t('Back')} />
      <h1>{i18n.t('Hours of {name}', { name })}</h1>
      <ErrorSummary form={form} labels={weekLabels(i18n, stretches)} />
      <form id={form.id} method="post" className="stack loose">
        <Section
          id="each-week"
          title={i18n.t('Every week')}
          aside={<p className="soft fine">{i18n.t('{place} time. Leave a row empty for a closed day.', { place: zonePlace(zone) })}</p>}
        >
          <div className="stack">
            <WeekFields fields={fields} stretches={stretches} />
            <p className="soft fine">{i18n.t('The second pair is for after a break. Closing after midnight belongs to the day it opened on: 23:00 to 03:00.')}</p>
          </div>
        </Section>
        <Actions>
          <Button>{i18n.t('Save the week')}</Button>
        </Actions>
      </form>
      <Exceptions />
    </div>
  )
}

function Exceptions() {
  const i18n = useI18n()
  const { here, exceptions, bookings, whose, zone } = useLoaderData<typeof loader>()
  return (
    <Section id="exceptions" title={i18n.t('Other days')} after>
      <div className="stack">
        {exceptions.length === 0 ? (
          <p>{i18n.t('No other hours and no days off are ahead.')}</p>
        ) : (
          <DataTable
            caption={i18n.t('{count, plural, one {# entry ahead} other {# entries ahead}}', { count: exceptions.length })}
            fold
            rows={exceptions}
            rowKey={(span) => span.ids[0] ?? span.from}
            columns={[
              {
                key: 'days',
                heading: i18n.t('Days'),
                names: true,
                cell: ({ from, to }) => (from === to ? formatDay(i18n.locale, from) : `${formatDay(i18n.locale, from)} – ${formatDay(i18n.locale, to)}`),
              },
              { key: 'hours', heading: i18n.t('Hours'), cell: (span) => span.hours ?? i18n.t('Closed') },
              { key: 'reason', heading: i18n.t('Why'), cell: (span) => span.reason ?? '' },
              {
                key: 'outside',
                heading: i18n.t('Booked already'),
                cell: (span) => <Outside span={span} bookings={bookings} whose={whose} zone={zone} />,
              },
              { key: 'act', heading: i18n.t('Act'), place: 'end', cell: (span) => <Removal here={here} ids={span.ids} days={formatDay(i18n.locale, span.from)} /> },
            ]}
          />
        )}
        <Actions small>
          <Button variant="quiet" icon="clock" href={`${here}/exceptions/new`}>
            {i18n.t('Other hours on one day')}
          </Button>
          <Button variant="quiet" icon="ban" href={`${here}/days-off/new`}>
            {i18n.t('Days off')}
          </Button>
        </Actions>
      </div>
    </Section>
  )
}

interface OutsideProps {
  readonly span: ReturnType<typeof useLoaderData<typeof loader>>['exceptions'][number]
  readonly bookings: string
  /** What narrows the list of bookings to this person or store. */
  readonly whose: string
  readonly zone: string
}

/** What was booked before these days got other hours: it stays, and somebody has to move it or ring. */
function Outside({ span: { outside, more, from, to }, bookings, whose, zone }: OutsideProps) {
  const i18n = useI18n()
  return (
    <>
      {outside.map(({ reference, who, startsAt }) => (
        <div key={`${reference} ${startsAt}`}>
          <a href={`${bookings}/${reference}`}>{who}</a>, <Time at={startsAt} zone={zone} written="short" />
        </div>
      ))}
      {more > 0 && <a href={`${bookings}?from=${from}&to=${to}${whose}`}>{i18n.t('{count, plural, one {and # more} other {and # more}}', { count: more })}</a>}
    </>
  )
}

function Removal({ here, ids, days }: { here: string; ids: readonly string[]; days: string }) {
  const i18n = useI18n()
  return (
    <form method="post" action={`${here}/exceptions/removal`}>
      {ids.map((id) => (
        <input key={id} type="hidden" name="exceptions" value={id} />
      ))}
      <Button variant="plain">
        {i18n.t('Remove')} <span className="sr">{days}</span>
      </Button>
    </form>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
