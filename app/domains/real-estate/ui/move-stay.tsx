import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { PriceLines } from '~/ui/price-lines'
import { When } from '~/ui/when'
import { stayQuery, type AskedStay } from '../asked-stay'
import type { MovePreview, ShownMove } from '../move-page.server'
import { GuestFields } from './guest-fields'
import { PriceTrace } from './price-trace'

interface MoveStayProps {
  readonly move: ShownMove
  readonly asked: AskedStay
  readonly preview: MovePreview | null
  readonly path: string
  /** What the address carries on: the token of a signed link. */
  readonly keep: Readonly<Record<string, string>>
  /** A member moves it for the guest. */
  readonly atDesk: boolean
  /** What moving means to whoever presses the button. */
  readonly about: string
}

/** Other dates for a stay: a form to choose them, then what they mean and the button that does it. */
export function MoveStay(props: MoveStayProps) {
  const { preview, move, asked } = props
  return (
    <>
      {preview?.kind === 'refused' && <Refused {...props} preview={preview} />}
      {preview?.kind === 'moves' && <Ask {...props} preview={preview} />}
      <ChooseDates {...props} asked={asked.arrive ? asked : { ...asked, arrive: move.chosen.arrive, depart: move.chosen.depart }} />
    </>
  )
}

function ChooseDates({ move, asked, path, keep, preview }: MoveStayProps) {
  const i18n = useI18n()
  return (
    <form className="filters keep" id="dates" method="get" action={path}>
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="field">
        <label htmlFor="from">{i18n.t('Arrive')}</label>
        <input className="input" id="from" name="from" type="date" defaultValue={asked.arrive ?? undefined} required />
      </div>
      <div className="field">
        <label htmlFor="to">{i18n.t('Leave')}</label>
        <input className="input" id="to" name="to" type="date" defaultValue={asked.depart ?? undefined} required />
      </div>
      <GuestFields room={move.room} guests={asked.guests} />
      <Button variant={preview?.kind === 'moves' ? 'quiet' : 'primary'}>{i18n.t('Show these dates')}</Button>
    </form>
  )
}

function Refused({ asked, path, keep, preview }: MoveStayProps & { preview: Extract<MovePreview, { kind: 'refused' }> }) {
  const i18n = useI18n()
  return (
    <>
      <Notice tone="bad" announce>
        <p>
          <strong>{preview.why}</strong> {i18n.t('Nothing has changed: your stay is as it was.')}
        </p>
      </Notice>
      {preview.nearest.length > 0 && (
        <section className="stack" aria-labelledby="nearest">
          <h2 id="nearest">{i18n.t('The nearest free dates')}</h2>
          <Actions>
            {preview.nearest.map(({ arrive, depart, label }) => (
              <Button key={arrive} href={withKept(`${path}${stayQuery({ arrive, depart, guests: asked.guests })}`, keep)}>
                {label}
              </Button>
            ))}
          </Actions>
        </section>
      )}
    </>
  )
}

function Ask({ move, asked, path, keep, about, preview, atDesk }: MoveStayProps & { preview: Extract<MovePreview, { kind: 'moves' }> }) {
  const i18n = useI18n()
  const { price } = preview
  const money = (minor: number) => formatMoney(i18n.locale, minor, move.currency)
  const { adults, children, infants = 0 } = asked.guests
  const fields = { from: asked.arrive ?? '', to: asked.depart ?? '', adults: String(adults), children: String(children), infants: String(infants) }
  return (
    <>
      <Notice tone={move.asks ? 'wait' : 'plain'} icon="move">
        <p className="statement">
          <When start={preview.startsAt} end={preview.endsAt} zone={move.zone} readerZone={move.readerZone} />
        </p>
        <p>{preview.guests}</p>
        <p>{about}</p>
      </Notice>
      {price && <ChangedPrice price={price} />}
      <PriceTrace rows={preview.rows} total={money(preview.totalMinor)} />
      <form method="post" action={withKept(path, keep)} id="move">
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Actions>
          <Button icon={price?.payFirst ? 'lock' : 'move'}>
            {price?.payFirst ? i18n.t('Pay {amount} and change', { amount: money(price.payFirst.missingMinor) }) : move.asks ? i18n.t('Ask for these dates') : atDesk ? i18n.t('Move the stay') : i18n.t('Move my stay')}
          </Button>
        </Actions>
      </form>
    </>
  )
}

type Price = NonNullable<Extract<MovePreview, { kind: 'moves' }>['price']>

/** What it cost, what it will cost, and what of that is paid when, before anybody changes anything. */
function ChangedPrice({ price }: { price: Price }) {
  const i18n = useI18n()
  const money = (minor: number) => formatMoney(i18n.locale, minor, price.currency)
  const firstMinor = price.payFirst?.missingMinor ?? 0
  return (
    <PriceLines
      caption={<h2>{i18n.t('What it comes to')}</h2>}
      lines={[{ label: i18n.t('Price so far'), amount: money(price.beforeMinor) }]}
      totals={[
        { label: i18n.t('New price'), amount: money(price.afterMinor), weight: 'total' },
        ...(firstMinor > 0 ? [{ label: i18n.t('To pay now'), amount: money(firstMinor), weight: 'now' as const }] : []),
        ...(price.dueMinor - firstMinor > 0 ? [{ label: i18n.t('Still to pay'), amount: money(price.dueMinor - firstMinor) }] : []),
        ...(price.refundMinor > 0 ? [{ label: i18n.t('Comes back'), amount: money(price.refundMinor), weight: 'now' as const }] : []),
      ]}
    />
  )
}

function withKept(href: string, keep: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(keep).toString()
  if (query === '') return href
  return href.includes('?') ? `${href}&${query}` : `${href}?${query}`
}
