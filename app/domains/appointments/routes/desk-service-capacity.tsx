import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDay, zonePlace } from '~/kernel/format'
import { localDateOf } from '~/kernel/time'
import { conflict, invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb, Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { DateField, TextField } from '~/ui/text-field'
import { changeSeats, seatsChangesOf, withSeats } from '../change-seats.server'
import { seatsErrors } from '../refusal-words'
import { seatsOf } from '../service-rows.server'
import { seatsForm } from '../service-form'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx, params }) => {
  const service = withSeats(db, ctx, params.service ?? '') ?? notFound(ctx.i18n.t('There is no such service here.'))
  const { id, title } = service.listing
  const back = `/dashboard/${ctx.business.slug}/appointments/services/${id}`
  return {
    title: `${ctx.i18n.t('Other places on some days')} – ${title}`,
    name: title,
    back,
    here: `${back}/capacity`,
    zone: service.zone,
    today: localDateOf(ctx.now, service.zone),
    usual: seatsOf(db, ctx.businessId, service) ?? 0,
    changes: seatsChangesOf(db, ctx, service).map(({ id: change, date, capacity, reason }) => ({ change, date, capacity, reason })),
  }
})

export const action = guardedAction({ access: { needs: 'appointments.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, seatsForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const changed = changeSeats(ctx, params.service ?? '', read.value)
  if (changed.ok) return seeOther(`/dashboard/${ctx.business.slug}/appointments/services/${params.service}/capacity`, { key: 'appointments.seats-changed' })
  if (changed.refusal.kind === 'unknown-service') return notFound(ctx.i18n.t('There is no such service here.'))
  const answer = { result: read.again(seatsErrors(ctx.i18n, changed.refusal)) }
  return changed.refusal.kind === 'taken' ? conflict(answer) : invalid(answer)
})

export default function Capacity() {
  const i18n = useI18n()
  const { name, back, zone, today, usual } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ from: string; to: string; seats: string; reason: string }>({
    id: 'seats',
    lastResult: answer?.result,
    constraint: { from: { required: true }, seats: { required: true } },
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose">
      <Breadcrumb href={back} label={name} nav={i18n.t('Back')} />
      <header className="stack tight">
        <h1>{i18n.t('Other places on some days')}</h1>
        <p>{i18n.t('{usual, plural, one {# place at once on every other day.} other {# places at once on every other day.}}', { usual })}</p>
      </header>
      <Changes />
      <Section id="change" title={i18n.t('Change some days')}>
        <form id={form.id} method="post" className="stack fields">
          <ErrorSummary form={form} />
          <DateField field={fields.from} label={i18n.t('First day')} min={today} hint={i18n.t('A night belongs to the day on which it begins. {place} time.', { place: zonePlace(zone) })} />
          <DateField field={fields.to} label={i18n.t('Last day')} min={today} hint={i18n.t('Leave it empty for one day.')} />
          <TextField field={fields.seats} label={i18n.t('Places at once')} hint={i18n.t('0 closes these days.')} inputMode="numeric" width="short" />
          <TextField field={fields.reason} label={i18n.t('Why')} hint={i18n.t('For you and your colleagues.')} />
          <Actions>
            <Button>{i18n.t('Change these days')}</Button>
          </Actions>
        </form>
      </Section>
    </div>
  )
}

function Changes() {
  const i18n = useI18n()
  const { here, changes } = useLoaderData<typeof loader>()
  if (changes.length === 0) return <p>{i18n.t('No day ahead has a number of its own.')}</p>
  return (
    <DataTable
      caption={i18n.t('{count, plural, one {# day with a number of its own} other {# days with a number of their own}}', { count: changes.length })}
      fold
      rows={changes}
      rowKey={({ change }) => change}
      columns={[
        { key: 'day', heading: i18n.t('Day'), names: true, cell: ({ date }) => formatDay(i18n.locale, date) },
        { key: 'seats', heading: i18n.t('Places at once'), cell: ({ capacity }) => (capacity === 0 ? i18n.t('Closed') : capacity) },
        { key: 'why', heading: i18n.t('Why'), cell: ({ reason }) => reason ?? '' },
        {
          key: 'act',
          heading: i18n.t('Act'),
          place: 'end',
          cell: ({ change, date }) => (
            <PostButton action={`${here}/restoration`} fields={{ change }} variant="plain">
              {i18n.t('Remove')} <span className="sr">{formatDay(i18n.locale, date)}</span>
            </PostButton>
          ),
        },
      ]}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
