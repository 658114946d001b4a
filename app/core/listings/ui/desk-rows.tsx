import { useI18n } from '~/platform/words/use-i18n'
import { Badge, Tag } from '~/ui/badge'
import { Button } from '~/ui/button'
import { DataTable, type Column } from '~/ui/data-table'
import { Picture } from '~/ui/picture'
import { RatingMark } from '~/ui/stars'
import type { DeskSort } from '../desk-address'
import type { DeskRow } from '../desk-page.server'
import { chosenField } from '../desk-selection'
import { priceTag } from '../price-words'
import { listingStatusName } from '../status-words'

interface DeskRowsProps {
  readonly rows: readonly DeskRow[]
  readonly currency: string
  readonly ticked: boolean
  readonly sort: DeskSort
  readonly sortHref: (sort: DeskSort) => string
}

export function DeskTable({ rows, currency, ticked, sort, sortHref }: DeskRowsProps) {
  const i18n = useI18n()
  const sorted = (by: DeskSort, direction: 'ascending' | 'descending') => ({ href: sortHref(by), direction: sort === by ? direction : undefined })
  const columns: Column<DeskRow>[] = [
    { key: 'title', heading: i18n.t('Name'), names: true, sort: sorted('title', 'ascending'), cell: (row) => <Named row={row} /> },
    { key: 'trade', heading: i18n.t('Domain'), cell: ({ domain, trade }) => <Tag domain={domain}>{trade}</Tag> },
    { key: 'where', heading: i18n.t('Where'), cell: ({ stores }) => stores },
    { key: 'rating', heading: i18n.t('Rating'), cell: ({ rating }) => rating && <RatingMark {...rating} /> },
    { key: 'status', heading: i18n.t('Status'), place: 'state', cell: ({ status }) => <Status status={status} /> },
    { key: 'price', heading: i18n.t('Price'), place: 'end', sort: sorted('price', 'descending'), cell: (row) => <Price row={row} currency={currency} /> },
    { key: 'copy', heading: <span className="sr">{i18n.t('Duplicate')}</span>, place: 'state', cell: (row) => <Copy row={row} /> },
  ]
  return (
    <DataTable
      caption={i18n.t('Your listings')}
      quietCaption
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      fold
      tick={
        rows.some(({ changes }) => changes)
          ? { name: chosenField, heading: i18n.t('Choose'), value: ({ id, changes }) => (changes ? id : null), label: ({ title }) => i18n.t('Choose {title}', { title }), ticked }
          : undefined
      }
    />
  )
}

export function DeskCards({ rows, currency, ticked }: DeskRowsProps) {
  const i18n = useI18n()
  return (
    <ul className="desk-cards">
      {rows.map((row) => (
        <li key={row.id} className="card band stack tight" data-domain={row.domain}>
          {row.picture && <Picture image={row.picture} alt="" wide />}
          <div className="row ends">
            <span>
              <Tag domain={row.domain}>{row.trade}</Tag> {row.rating && <RatingMark {...row.rating} />}
            </span>
            {row.changes && (
              <label className="tick">
                <input type="checkbox" name={chosenField} value={row.id} defaultChecked={ticked} />
                <span className="sr">{i18n.t('Choose {title}', { title: row.title })}</span>
              </label>
            )}
          </div>
          <h2>
            <Named row={row} />
          </h2>
          {row.description && <p className="excerpt soft fine">{row.description}</p>}
          {row.stores && <p className="soft fine">{row.stores}</p>}
          <p className="row ends">
            <Status status={row.status} /> <Price row={row} currency={currency} />
          </p>
          <Copy row={row} />
        </li>
      ))}
    </ul>
  )
}

function Named({ row: { href, title, category } }: { row: DeskRow }) {
  return (
    <>
      <a href={href}>{title}</a> {category && <small>{category}</small>}
    </>
  )
}

/** Posts a copy from within the form of the list, which it shares the page with. */
function Copy({ row: { changes, copy, title } }: { row: DeskRow }) {
  const i18n = useI18n()
  if (!changes) return null
  return (
    <Button variant="quiet" formAction={copy}>
      {i18n.t('Duplicate')} <span className="sr">{title}</span>
    </Button>
  )
}

function Status({ status }: { status: DeskRow['status'] }) {
  const { label, tone } = listingStatusName(useI18n(), status)
  return <Badge tone={tone}>{label}</Badge>
}

function Price({ row: { priceMinor }, currency }: { row: DeskRow; currency: string }) {
  const i18n = useI18n()
  return <>{priceMinor !== null && priceTag(i18n, priceMinor, currency)}</>
}
