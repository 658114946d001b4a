import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { Section } from '~/ui/page'
import { When } from '~/ui/when'
import type { ShownDate } from '../desk-dates.server'
import { withCursor } from '../session-cursor'
import { DateBadge } from './date-badge'
import { takenOf } from './numbers'

interface DateListProps {
  readonly dates: readonly ShownDate[]
  readonly next: { readonly startsAt: number; readonly id: string } | null
  readonly past: boolean
  readonly here: string
  /** What the pages of its dates have before their id. */
  readonly base: string
  /** What a listing without dates is told. */
  readonly empty: string
  /** What is counted: booked, or sold. */
  readonly taken: string
  readonly mayManage: boolean
}

/** The dates of a listing: those ahead, or those that have begun. */
export function DateList({ dates, next, past, here, base, empty, taken, mayManage }: DateListProps) {
  const i18n = useI18n()
  const add = mayManage && (
    <Button variant="quiet" icon="plus" href={`${here}/dates/new`}>
      {i18n.t('Add dates')}
    </Button>
  )
  return (
    <Section
      id="dates"
      title={past ? i18n.t('Dates that have begun') : i18n.t('Dates')}
      aside={
        <Actions small>
          <Button variant="plain" href={past ? here : `${here}?dates=past`}>
            {past ? i18n.t('Those ahead') : i18n.t('Those that have begun')}
          </Button>
          {add}
        </Actions>
      }
    >
      {dates.length === 0 ? (
        <EmptyState title={past ? i18n.t('None has begun yet') : i18n.t('No date ahead')} actions={past ? undefined : add}>
          {!past && <p>{empty}</p>}
        </EmptyState>
      ) : (
        <>
          <DateTable dates={dates} base={base} taken={taken} caption={past ? i18n.t('The latest first') : i18n.t('The next first')} />
          {next && (
            <p>
              <a href={withCursor(past ? `${here}?dates=past` : here, next)} rel="next">
                {i18n.t('More dates')}
              </a>
            </p>
          )}
        </>
      )}
    </Section>
  )
}

function DateTable({ dates, base, taken, caption }: { dates: readonly ShownDate[]; base: string; taken: string; caption: string }) {
  const i18n = useI18n()
  return (
    <DataTable
      caption={caption}
      quietCaption
      fold
      labelled
      rows={dates}
      rowKey={(date) => date.id}
      columns={[
        {
          key: 'when',
          heading: i18n.t('When'),
          names: true,
          cell: (date: ShownDate) => (
            <>
              <a href={`${base}/${date.id}`}>
                <When start={date.startsAt} end={date.endsAt} zone={date.zone} />
              </a>
              {date.title && <small className="soft"> {date.title}</small>}
            </>
          ),
        },
        { key: 'taken', heading: taken, place: 'end', cell: (date: ShownDate) => takenOf(i18n, date) },
        { key: 'held', heading: i18n.t('Not paid yet'), place: 'end', cell: (date: ShownDate) => date.held || '' },
        { key: 'state', heading: i18n.t('State'), place: 'state', cell: (date: ShownDate) => <DateBadge status={date.status} /> },
      ]}
    />
  )
}
