import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { DataTable } from '~/ui/data-table'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import admissionStyles from '~/ui/styles/pages/admission.css?url'
import { Time, When } from '~/ui/when'
import { detailsOf } from '../attendee-details.server'
import { attendeesOf } from '../attendees.server'
import { sessionOr404 } from '../door-page.server'
import { isExpected } from '../model/registration-state'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: admissionStyles }]

export const loader = guarded({ access: { needs: 'admission.run' } }, ({ db, ctx, params }) => {
  const session = sessionOr404(db, ctx, params.session)
  const expected = attendeesOf(db, ctx, session.id).filter(({ registration }) => isExpected(registration))
  return {
    title: ctx.i18n.t('Manifest: {title}', { title: session.title }),
    session,
    back: `/dashboard/${ctx.business.slug}/attendees/${session.id}`,
    now: ctx.now,
    people: expected.reduce((sum, { quantity }) => sum + quantity, 0),
    rows: expected.map((row) => ({ itemId: row.itemId, name: row.name, phone: row.phone, note: row.note, reference: row.reference, quantity: row.quantity, admitted: row.admitted, ...detailsOf(db, ctx, row) })),
  }
})

export default function Manifest() {
  const i18n = useI18n()
  const { session, back, people } = useLoaderData<typeof loader>()
  return (
    <>
      <div className="screen-only">
        <Breadcrumb href={back} label={i18n.t('Attendees')} nav={i18n.t('Back')} />
      </div>
      <TitleLine title={session.title} kicker={<When start={session.startsAt} end={session.endsAt} zone={session.timeZone} />}>
        <p className="statement">{i18n.t('{people, plural, one {# person} other {# people}}', { people })}</p>
      </TitleLine>
      <Listed />
    </>
  )
}

function Listed() {
  const i18n = useI18n()
  const { session, now, rows } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={
        <>
          {i18n.t('As it stood on')} <Time at={now} zone={session.timeZone} />
        </>
      }
      fold
      rows={rows}
      rowKey={({ itemId }) => itemId}
      columns={[
        {
          key: 'in',
          heading: i18n.t('In'),
          cell: (row) => <Boxes row={row} />,
        },
        {
          key: 'who',
          heading: i18n.t('Who'),
          names: true,
          cell: ({ name, reference }) => (
            <>
              <span dir="auto">{name}</span> <small className="num">{reference}</small>
            </>
          ),
        },
        { key: 'phone', heading: i18n.t('Telephone'), cell: ({ phone }) => phone ?? '' },
        {
          key: 'what',
          heading: i18n.t('What'),
          cell: ({ what, facts }) => (
            <>
              {what}
              {facts.map(({ term, text }) => (
                <small key={term}>
                  {term}: {text}
                </small>
              ))}
            </>
          ),
        },
        { key: 'people', heading: i18n.t('People'), place: 'end', cell: ({ quantity }) => quantity },
        {
          key: 'notes',
          heading: i18n.t('Notes'),
          cell: (row) => <Notes row={row} />,
        },
      ]}
    />
  )
}

function Notes({ row: { note, answers } }: { row: Row }) {
  return (
    <>
      {note && <span dir="auto">{note}</span>}
      {answers.map(({ label, answer }) => (
        <small key={label} dir="auto">
          {label}: {answer}
        </small>
      ))}
    </>
  )
}

/** To be ticked by hand, as many as there are people; those who are in are ticked. */
function Boxes({ row: { quantity, admitted } }: { row: Row }) {
  return <span className="nowrap">{Array.from({ length: Math.min(quantity, 12) }, (_, index) => (index < admitted ? '✓ ' : <span key={index} className="tick-box" />))}</span>
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number]

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
