import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { seeOther } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { Notice } from '~/ui/notice'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Time } from '~/ui/when'
import { statusRefusal } from '../desk-refusals'
import { outcomePage, type ShownOutcome } from '../desk-selection.server'
import { doneSentence, outcomeTitle } from '../desk-selection-words'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, query }) => {
  const { i18n } = ctx
  const outcome = outcomePage(db, ctx, query)
  if (!outcome) throw seeOther(`/dashboard/${ctx.business.slug}/bookings`, { key: 'bookings.nothing-told' })
  const { act, rows, done, at, zone, list } = outcome
  return {
    title: outcomeTitle(i18n, act, done),
    at,
    zone,
    list,
    done,
    left: rows.length - done,
    rows: rows.map((row) => ({ ...row, sentence: row.refusal ? statusRefusal(i18n, row.refusal) : doneSentence(i18n, act, row.back) })),
  }
})

export default function SelectionOutcome() {
  const i18n = useI18n()
  const { title, at, zone, list, done, left, rows } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <Breadcrumb href={list} label={i18n.t('Bookings')} nav={i18n.t('Back')} />
      <header className="stack tight">
        <h1>{title}</h1>
        <p className="soft">
          <Time at={at} zone={zone} />
        </p>
      </header>
      <Notice tone={left === 0 ? 'good' : 'wait'} announce>
        <p>
          {left === 0
            ? i18n.t('Everything you chose is done.')
            : i18n.t('{left, plural, one {# booking stays as it was} other {# bookings stay as they were}}; why is told beside each.', { left })}
        </p>
      </Notice>
      <Outcomes rows={rows} summary={i18n.t('{done} done, {left} not', { done, left })} />
      <Actions>
        <Button variant="quiet" href={list}>
          {i18n.t('Back to the list')}
        </Button>
      </Actions>
    </div>
  )
}

type Row = ShownOutcome['rows'][number] & { readonly sentence: string }

function Outcomes({ rows, summary }: { rows: readonly Row[]; summary: string }) {
  const i18n = useI18n()
  return (
    <DataTable
      caption={summary}
      quietCaption
      fold
      rows={rows}
      rowKey={({ reference }) => reference}
      columns={[
        {
          key: 'who',
          heading: i18n.t('Who'),
          names: true,
          cell: ({ booking, reference }) =>
            booking ? (
              <>
                <a href={booking.href}>{booking.who}</a> <small className="num soft">{reference}</small>
              </>
            ) : (
              reference
            ),
        },
        {
          key: 'what',
          heading: i18n.t('What'),
          cell: ({ booking }) =>
            booking && (
              <>
                {booking.title}
                <br />
                <Time at={booking.startsAt} zone={booking.zone} />
              </>
            ),
        },
        {
          key: 'outcome',
          heading: i18n.t('What came of it'),
          place: 'state',
          cell: ({ refusal, sentence }) => (
            <>
              <Badge tone={refusal ? 'wait' : 'good'}>{refusal ? i18n.t('Not done') : i18n.t('Done')}</Badge> {sentence}
            </>
          ),
        },
      ]}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
