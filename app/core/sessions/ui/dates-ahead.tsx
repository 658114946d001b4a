import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { PlainList } from '~/ui/plain-list'
import { When } from '~/ui/when'

interface DateAhead {
  readonly id: string
  readonly title: string | null
  readonly startsAt: number
  readonly endsAt: number
  readonly zone: string
}

interface DatesAheadProps<Shown extends DateAhead> {
  readonly dates: readonly Shown[]
  /** Where the later ones begin. */
  readonly next: { readonly startsAt: number; readonly id: string } | null
  readonly chosenId: string | undefined
  readonly readerZone: string | null
  /** The public page of the listing with this in its address. */
  readonly address: (query: Readonly<Record<string, string>>) => string
  /** Where that page goes on for who has chosen a date: "#tickets". */
  readonly goesOn: `#${string}`
  /** What is left of a date. */
  readonly left: (date: Shown) => ReactNode
}

/** The dates ahead of a listing, each with what is left; the one that is chosen is marked. */
export function DatesAhead<Shown extends DateAhead>({ dates, next, chosenId, readerZone, address, goesOn, left }: DatesAheadProps<Shown>) {
  const i18n = useI18n()
  return (
    <section className="stack" aria-labelledby="dates">
      <h2 id="dates">{i18n.t('Dates')}</h2>
      {dates.length === 0 ? (
        <p>{i18n.t('There is no date ahead at the moment.')}</p>
      ) : (
        <PlainList
          flush
          items={dates.map((date) => ({
            key: date.id,
            content: (
              <>
                <a href={`${address({ date: date.id })}${goesOn}`} aria-current={date.id === chosenId ? 'true' : undefined}>
                  <When start={date.startsAt} end={date.endsAt} zone={date.zone} readerZone={readerZone} />
                </a>
                {date.title && <span dir="auto"> {date.title}</span>} {left(date)}
              </>
            ),
          }))}
        />
      )}
      {next && (
        <p>
          <a href={address({ after: String(next.startsAt), id: next.id })} rel="next">
            {i18n.t('Later dates')}
          </a>
        </p>
      )}
    </section>
  )
}
