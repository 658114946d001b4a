import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { Figures } from '~/ui/figures'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import { Icon } from '~/ui/icon'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Pager } from '~/ui/pager'
import { When } from '~/ui/when'
import { detailsOf } from '../attendee-details.server'
import { attendeeAddress, attendeeQuery } from '../attendee-address'
import { attendeesPage } from '../attendees.server'
import { sessionOr404 } from '../door-page.server'
import { registrationStates } from '../model/registration-state'
import { registrationName } from '../words'

export const loader = guarded({ access: { needs: 'admission.run' } }, ({ db, ctx, params, query, url }) => {
  const session = sessionOr404(db, ctx, params.session)
  const address = attendeeAddress(query)
  const page = attendeesPage(db, ctx, session.id, address, { after: query.get('after'), before: query.get('before') })
  return {
    title: ctx.i18n.t('Attendees: {title}', { title: session.title }),
    session,
    base: `/dashboard/${ctx.business.slug}`,
    path: url.pathname,
    over: session.endsAt <= ctx.now,
    address,
    ...page,
    rows: page.rows.map((row) => ({
      itemId: row.itemId, name: row.name, contactName: row.contactName, reference: row.reference, quantity: row.quantity, admitted: row.admitted, registration: row.registration, canOpen: ctx.member.may('bookings.read-all'),
      ...detailsOf(db, ctx, row),
    })),
  }
})

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function Attendees() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const { session, base, path, address, any, people, over, newer, older } = page
  return (
    <>
      <Breadcrumb href={`${base}/door`} label={i18n.t('The door')} nav={i18n.t('Back')} />
      <TitleLine title={session.title} kicker={<When start={session.startsAt} end={session.endsAt} zone={session.timeZone} written="short" />}>
        <Actions small>
          <Button href={`${base}/door/${session.id}`} icon="door">
            {i18n.t('Let people in')}
          </Button>
          <Button href={`${path}/manifest`} icon="printer" variant="quiet">
            {i18n.t('To print')}
          </Button>
        </Actions>
      </TitleLine>
      <div className="stack loose">
        <Figures
          figures={[
            { label: i18n.t('Expected'), value: people.expected },
            { label: i18n.t('In'), value: people.inside, href: `${path}${attendeeQuery({ search: '', state: 'attended' })}` },
            { label: i18n.t('Registered'), value: people.registered, href: `${path}${attendeeQuery({ search: '', state: 'registered' })}` },
            { label: i18n.t('Cancelled'), value: people.cancelled, href: `${path}${attendeeQuery({ search: '', state: 'cancelled' })}` },
          ]}
        />
        {any ? (
          <section className="stack" aria-label={i18n.t('Attendees')}>
            <Filters page={page} />
            <Listed page={page} />
            <Pager newer={newer ? `${path}${attendeeQuery(address, { before: newer })}` : undefined} older={older ? `${path}${attendeeQuery(address, { after: older })}` : undefined} />
            <p>
              <a className="with-icon" href={`${path}/attendees.csv${attendeeQuery(address)}`}>
                <Icon name="download" /> {i18n.t('Download as CSV')}
              </a>
            </p>
            {!over && (
              <p>
                <a href={`${base}/waiting-list/${session.id}`}>{i18n.t('Waiting list')}</a>
              </p>
            )}
            {over && (
              <p>
                <a href={`${base}/door/${session.id}/absences`}>{i18n.t('Mark who did not come…')}</a>
              </p>
            )}
          </section>
        ) : (
          <EmptyState title={i18n.t('Nobody has booked yet')}>
            <p>{i18n.t('Whoever books a place stands here, with what they answered and whether they came.')}</p>
          </EmptyState>
        )}
      </div>
    </>
  )
}

function Filters({ page: { path, address } }: { page: Page }) {
  const i18n = useI18n()
  const states = [{ value: '', label: i18n.t('All but cancelled') }, ...registrationStates.map((state) => ({ value: state, label: registrationName(i18n, state).label }))]
  return (
    <FilterBar action={path} icon="filter" search={i18n.t('Attendees')}>
      <FilterField name="q" type="search" label={i18n.t('Name, e-mail or reference')} value={address.search} broad />
      <FilterSelect name="state" label={i18n.t('State')} value={address.state ?? ''} options={states} />
    </FilterBar>
  )
}

function Listed({ page: { rows, count, base, path, address } }: { page: Page }) {
  const i18n = useI18n()
  const narrowed = address.search !== '' || address.state !== null
  if (rows.length === 0) {
    return (
      <EmptyState title={i18n.t('Nobody matches')} actions={<Button href={path}>{i18n.t('Show all')}</Button>}>
        <p>{i18n.t('Look for part of a name or of an e-mail address, or for the reference of a booking.')}</p>
      </EmptyState>
    )
  }
  return (
    <>
      <p>
        <strong>{i18n.t('{count, plural, one {# place} other {# places}}', { count })}</strong> {narrowed && <a href={path}>{i18n.t('Show all')}</a>}
      </p>
      <DataTable
        caption={i18n.t('Attendees by name')}
        quietCaption
        fold
        rows={rows}
        rowKey={({ itemId }) => itemId}
        columns={[
          {
            key: 'who',
            heading: i18n.t('Who'),
            names: true,
            cell: (row) => <Who row={row} base={base} />,
          },
          {
            key: 'what',
            heading: i18n.t('What'),
            cell: (row) => <What row={row} />,
          },
          { key: 'people', heading: i18n.t('People'), place: 'end', cell: ({ quantity, admitted }) => (quantity > 1 && admitted > 0 ? i18n.t('{admitted} of {quantity} in', { admitted, quantity }) : quantity) },
          {
            key: 'state',
            heading: i18n.t('State'),
            place: 'state',
            cell: ({ registration }) => {
              const { label, tone } = registrationName(i18n, registration)
              return <Badge tone={tone}>{label}</Badge>
            },
          },
        ]}
      />
    </>
  )
}

type Row = Page['rows'][number]

function Who({ row: { name, contactName, reference, canOpen }, base }: { row: Row; base: string }) {
  const i18n = useI18n()
  return (
    <>
      {canOpen ? (
        <a href={`${base}/bookings/${reference}`}>
          <span dir="auto">{name}</span>
        </a>
      ) : (
        <span dir="auto">{name}</span>
      )}{' '}
      <small>
        <span className="num">{reference}</span> {name !== contactName && i18n.t('booked by {contactName}', { contactName })}
      </small>
    </>
  )
}

function What({ row: { what, answers, facts } }: { row: Row }) {
  return (
    <>
      {what}
      {[...facts.map(({ term, text }) => ({ label: term, answer: text })), ...answers].map(({ label, answer }) => (
        <small key={label} dir="auto">
          {label}: {answer}
        </small>
      ))}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
