import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon } from './icon'

export type Direction = 'ascending' | 'descending'

export interface Column<Row> {
  readonly key: string
  readonly heading: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Names the row: one column has it. */
  readonly names?: boolean
  /** Figures stand at the end; a state gets a line of its own on a phone. */
  readonly place?: 'end' | 'state'
  /** Where its heading leads, and how the table is sorted by it now. */
  readonly sort?: { readonly href: string; readonly direction?: Direction }
}

/** A box in front of each row, to act on many: its name in the form, value and label. */
interface Tick<Row> {
  readonly name: string
  readonly heading: string
  /** Null where nothing can be done with a row: it has no box. */
  readonly value: (row: Row) => string | null
  /** Whether they are all ticked as the page opens. */
  readonly ticked?: boolean
  readonly label: (row: Row) => string
}

interface DataTableProps<Row> {
  readonly caption: ReactNode
  /** Only heard, where the page already says it. */
  readonly quietCaption?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** On a phone each row becomes an entry. */
  readonly fold?: boolean
  /** There each cell says its heading. Rows of several figures always do: nobody could tell one from the other. */
  readonly labelled?: boolean
  readonly tick?: Tick<Row>
  /** The row that holds now. */
  readonly chosen?: (row: Row) => boolean
  readonly footer?: readonly ReactNode[]
}

/** A table whose roles survive being shown as entries: display:block would take them away. */
export function DataTable<Row>({ caption, quietCaption, columns, rows, rowKey, fold, labelled = severalFigures(columns), tick, chosen, footer }: DataTableProps<Row>) {
  return (
    <table role="table" className={classNames('table', fold && 'fold', labelled && 'labelled', tick && 'ticks')}>
      <caption className={quietCaption ? 'sr' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {tick && (
            <th role="columnheader" scope="col" className="tick">
              <span className="sr">{tick.heading}</span>
            </th>
          )}
          {columns.map((column) => (
            <th key={column.key} role="columnheader" scope="col" className={column.place} aria-sort={column.sort?.direction}>
              {column.sort ? <SortLink {...column.sort}>{column.heading}</SortLink> : column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row" className={chosen?.(row) ? 'chosen' : undefined}>
            {tick && <TickCell tick={tick} row={row} />}
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} labelled={labelled} />
            ))}
          </tr>
        ))}
      </tbody>
      {footer && <Footer cells={footer} columns={columns} ticks={tick !== undefined} />}
    </table>
  )
}

function severalFigures<Row>(columns: readonly Column<Row>[]): boolean {
  return columns.filter(({ place }) => place === 'end').length > 1
}

/** A heading that sorts; an arrow shows the order that holds. */
export function SortLink({ href, direction, children }: { href: string; direction?: Direction; children: ReactNode }) {
  return (
    <a href={href}>
      {children} {direction && <Icon name={direction === 'ascending' ? 'up' : 'down'} />}
    </a>
  )
}

function TickCell<Row>({ tick: { name, value, ticked, label }, row }: { tick: Tick<Row>; row: Row }) {
  const own = value(row)
  return (
    <td role="cell" className="tick">
      {own !== null && (
        <label>
          <input type="checkbox" name={name} value={own} defaultChecked={ticked} />
          <span className="sr">{label(row)}</span>
        </label>
      )}
    </td>
  )
}

function Cell<Row>({ column, row, labelled }: { column: Column<Row>; row: Row; labelled?: boolean }) {
  if (column.names) {
    return (
      <th role="rowheader" scope="row" className={column.place}>
        {column.cell(row)}
      </th>
    )
  }
  return (
    <td role="cell" className={column.place} data-label={labelled && typeof column.heading === 'string' ? column.heading : undefined}>
      {column.cell(row)}
    </td>
  )
}

function Footer<Row>({ cells, columns, ticks }: { cells: readonly ReactNode[]; columns: readonly Column<Row>[]; ticks: boolean }) {
  return (
    <tfoot role="rowgroup">
      <tr role="row">
        {ticks && <td role="cell" className="tick" />}
        {cells.map((cell, index) =>
          index === 0 ? (
            <th key={index} role="rowheader" scope="row">
              {cell}
            </th>
          ) : (
            <td key={index} role="cell" className={columns[index]?.place}>
              {cell}
            </td>
          ),
        )}
      </tr>
    </tfoot>
  )
}
