import { scaleBand, scaleLinear } from 'd3-scale'
import type { ReactNode } from 'react'
import { formatNumber } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Details } from './details'

export interface Series {
  readonly key: string
  readonly label: string
  /** Gives the bars that domain's colour; the house's own where it is of none. */
  readonly domain?: string
}

export interface Bar {
  /** "26 Oct" */
  readonly label: string
  readonly values: Readonly<Record<string, number>>
}

interface BarChartProps {
  readonly id: string
  readonly title: string
  /** What the picture shows, in a sentence or two. */
  readonly about: string
  /** What the bars stand for: "Week of". */
  readonly axis: string
  readonly series: readonly Series[]
  readonly bars: readonly Bar[]
  /** Writes a value in full for the table: "€2,140.00". */
  readonly write: (value: number) => string
  /** Writes a value in short for the axis and above the bars; grouped figures unless told. */
  readonly writeShort?: (value: number) => string
  /** One of several beside each other. */
  readonly small?: boolean
  /** There are only whole ones: no line of the axis stands between them. */
  readonly whole?: boolean
  /** Averages and shares add up to nothing: its table has no sums. */
  readonly apart?: boolean
}

const top = 24
const bases = { large: 184, small: 104 }
const below = 32
/** Labels of more bars than these would run into each other. */
const roomFor = { large: 8, small: 4 }

/** Stacked bars, drawn on the server, and the same figures in a table beneath. */
export function BarChart({ id, title, about, axis, series, bars, write, writeShort, small, whole, apart }: BarChartProps) {
  const i18n = useI18n()
  const size = small ? 'small' : 'large'
  const base = bases[size]
  const short = writeShort ?? ((value: number) => formatNumber(i18n.locale, value))
  const y = scaleLinear()
    .domain([0, Math.max(0, ...bars.map((bar) => sumOf(bar, series))) || 1])
    .range([base, top])
  // In per cent of the width: the drawing stretches with the page while its letters keep their size.
  const x = scaleBand<number>()
    .domain(bars.map((_, index) => index))
    .range([12, 100])
    .padding(0.25)
  const every = Math.ceil(bars.length / roomFor[size])
  return (
    <figure>
      <svg className="chart" height={base + below} role="img" aria-labelledby={`${id}-title ${id}-about`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-about`}>{about}</desc>
        {y
          .ticks(3)
          .filter((tick) => tick > 0 && (!whole || Number.isInteger(tick)))
          .map((tick) => (
            <Tick key={tick} y={y(tick)} label={short(tick)} />
          ))}
        {bars.map((bar, index) => (
          <g key={index}>
            {stackOf(bar, series).map(({ key, domain, from, to }) => (
              <rect
                key={key}
                data-domain={domain}
                x={percent(x(index))}
                width={percent(x.bandwidth())}
                y={pixels(y(to))}
                height={pixels(y(from) - y(to))}
              />
            ))}
            {(bars.length - 1 - index) % every === 0 && (
              <Label
                x={percent((x(index) ?? 0) + x.bandwidth() / 2)}
                y={y(sumOf(bar, series)) - 6}
                base={base}
                sum={short(sumOf(bar, series))}
                name={bar.label}
                spare={(bars.length - 1 - index) % (every * 2) !== 0}
                crowded={every > 1}
              />
            )}
          </g>
        ))}
        <line className="base" x1="0" x2="100%" y1={base} y2={base} />
      </svg>
      <Details summary={i18n.t('The same as a table')}>
        <ChartTable id={id} title={title} axis={axis} series={series} bars={bars} write={write} apart={apart} />
      </Details>
    </figure>
  )
}

function Tick({ y, label }: { y: number; label: string }) {
  return (
    <>
      <line className="axis" x1="0" x2="100%" y1={pixels(y)} y2={pixels(y)} />
      <text x="0" y={pixels(y - 4)}>
        {label}
      </text>
    </>
  )
}

interface LabelProps {
  readonly x: string
  readonly y: number
  readonly base: number
  readonly sum: string
  readonly name: string
  readonly spare: boolean
  readonly crowded: boolean
}

/** The sum above a bar and its name below; a phone leaves out spare ones, and sums that stand between many bars. */
function Label({ x, y, base, sum, name, spare, crowded }: LabelProps) {
  return (
    <g className={spare ? 'spare' : undefined} textAnchor="middle">
      <text className={crowded ? 'sum spare' : 'sum'} x={x} y={pixels(y)}>
        {sum}
      </text>
      <text x={x} y={base + 18}>
        {name}
      </text>
    </g>
  )
}

function ChartTable({ id, title, axis, series, bars, write, apart }: Pick<BarChartProps, 'id' | 'title' | 'axis' | 'series' | 'bars' | 'write' | 'apart'>) {
  const i18n = useI18n()
  const together = Object.fromEntries(series.map(({ key }) => [key, bars.reduce((sum, bar) => sum + valueOf(bar, key), 0)]))
  return (
    <div className="scroll" role="region" aria-labelledby={`${id}-caption`} tabIndex={0}>
      <table className="table">
        <caption className="sr" id={`${id}-caption`}>
          {title}
        </caption>
        <thead>
          <tr>
            <th scope="col">{axis}</th>
            {series.map(({ key, label }) => (
              <EndHeading key={key}>{label}</EndHeading>
            ))}
            {!apart && <EndHeading>{i18n.t('Together')}</EndHeading>}
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <ChartRow key={bar.label} bar={bar} series={series} write={write} apart={apart} />
          ))}
        </tbody>
        {!apart && (
          <tfoot>
            <ChartRow bar={{ label: i18n.t('Together'), values: together }} series={series} write={write} />
          </tfoot>
        )}
      </table>
    </div>
  )
}

function ChartRow({ bar, series, write, apart }: { bar: Bar } & Pick<BarChartProps, 'series' | 'write' | 'apart'>) {
  return (
    <tr>
      <th scope="row">{bar.label}</th>
      {series.map(({ key }) => (
        <td key={key} className="end">
          {write(valueOf(bar, key))}
        </td>
      ))}
      {!apart && <td className="end">{write(sumOf(bar, series))}</td>}
    </tr>
  )
}

function EndHeading({ children }: { children: ReactNode }) {
  return (
    <th scope="col" className="end">
      {children}
    </th>
  )
}

function stackOf(bar: Bar, series: readonly Series[]) {
  let from = 0
  return series.flatMap(({ key, domain }) => {
    const value = valueOf(bar, key)
    if (value <= 0) return []
    const part = { key, domain, from, to: from + value }
    from += value
    return [part]
  })
}

/** Bars are stacked upwards: what is below nothing counts in the table, not in the picture. */
function sumOf(bar: Bar, series: readonly Series[]): number {
  return series.reduce((sum, { key }) => sum + valueOf(bar, key), 0)
}

function valueOf(bar: Bar, key: string): number {
  return bar.values[key] ?? 0
}

function percent(value: number | undefined): string {
  return `${(value ?? 0).toFixed(2)}%`
}

function pixels(value: number): string {
  return value.toFixed(1)
}
