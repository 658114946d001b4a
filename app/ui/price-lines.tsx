import type { ReactNode } from 'react'
import { classNames } from './class-names'

export interface PriceLine {
  readonly label: ReactNode
  readonly note?: ReactNode
  /** Written out: "€120.00". */
  readonly amount: string
}

export interface PriceTotal extends PriceLine {
  /** `total` has a rule above; `now` is what is paid at this moment, largest of all. */
  readonly weight?: 'total' | 'now'
}

interface PriceLinesProps {
  readonly caption: ReactNode
  /** Only heard, where the page already has a heading for it. */
  readonly quietCaption?: boolean
  readonly lines: readonly PriceLine[]
  readonly totals: readonly PriceTotal[]
  readonly fine?: boolean
}

export function PriceLines({ caption, quietCaption, lines, totals, fine }: PriceLinesProps) {
  return (
    <table className={classNames('price-lines', fine && 'fine')}>
      <caption className={quietCaption ? 'sr' : undefined}>{caption}</caption>
      <tbody>
        {lines.map((line, index) => (
          <Line key={index} line={line} />
        ))}
      </tbody>
      <tbody>
        {totals.map((line, index) => (
          <Line key={index} line={line} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ line }: { line: PriceTotal }) {
  return (
    <tr className={line.weight}>
      <th scope="row">
        {line.label} {line.note && <small>{line.note}</small>}
      </th>
      <td>{line.amount}</td>
    </tr>
  )
}
