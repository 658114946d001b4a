import type { I18n } from '@lingui/core'
import { SalePrice, type ShownSale } from '~/core/bookings/index'
import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Facts, type Fact } from '~/ui/facts'
import { Honeypot } from '~/ui/honeypot'
import { Card, Kicker, Section, Spread } from '~/ui/page'
import { formatDuration, When } from '~/ui/when'
import { answerName } from '../forms'
import type { ShownQuestion, ShownVisit } from '../shown-visit.server'
import { BookingSteps } from './booking-steps'
import { partDetail } from './part-detail'
import { bookHref } from './visit-hrefs'

interface CheckVisitProps {
  readonly visit: ShownVisit
  readonly questions: readonly ShownQuestion[]
  /** With what of it is paid before it is booked. */
  readonly priced: ShownSale & { readonly dueAtOnceMinor: number }
  /** How long the time is kept for who has to pay first. */
  readonly holdMinutes: number
  /** What holds when the customer cancels. */
  readonly policy: readonly string[]
  /** Everything that was typed; it goes on in hidden fields and is stored nowhere. */
  readonly typed: Readonly<Record<string, string>>
}

/** Everything once more before it is booked. */
export function CheckVisit({ visit, questions, priced, policy, holdMinutes, typed }: CheckVisitProps) {
  const i18n = useI18n()
  const { start } = visit
  const pays = priced.dueAtOnceMinor > 0
  if (start === null) return null
  return (
    <div>
      <BookingSteps visit={visit} at="check" who={typed.name} />
      <Spread label={i18n.t('Price')} width="wide" sticky aside={<PriceAndButton visit={visit} start={start} priced={priced} holdMinutes={holdMinutes} typed={typed} />}>
        <header className="stack tight">
          <Kicker>
            <span dir="auto">{visit.business.name}</span>
          </Kicker>
          <h1>{pays ? i18n.t('Check and pay') : i18n.t('Check and book')}</h1>
          <p className="soft">{pays ? i18n.t('Nothing is booked until you have paid.') : i18n.t('Nothing is booked until you press “{button}”.', { button: bookLabel(i18n, visit, priced) })}</p>
        </header>
        <Facts lined facts={factsOf(i18n, { visit, questions, typed })} />
        <Section id="after" title={i18n.t('What happens then')}>
          <p>{afterwards(i18n, visit, pays)}</p>
        </Section>
        <Section id="plans" title={i18n.t('If plans change')}>
          <p>{policy.join(' ')}</p>
        </Section>
      </Spread>
    </div>
  )
}

interface PriceAndButtonProps extends Pick<CheckVisitProps, 'visit' | 'priced' | 'holdMinutes' | 'typed'> {
  readonly start: number
}

// Together, so that on a phone too nobody presses before they have seen what it costs.
function PriceAndButton({ visit, start, priced, holdMinutes, typed }: PriceAndButtonProps) {
  const i18n = useI18n()
  const nowMinor = priced.dueAtOnceMinor
  return (
    <Card>
      <SalePrice sale={priced} nowMinor={nowMinor} zone={visit.store.zone} />
      <BookForm action={bookHref(visit, start)} typed={typed} label={bookLabel(i18n, visit, priced)} pays={nowMinor > 0} />
      {nowMinor > 0 && (
        <p className="soft fine">
          {i18n.t('You pay by card on the next page, which is Stripe’s, and come back here. Until then the time is kept for you for {minutes, plural, one {# minute} other {# minutes}}.', { minutes: holdMinutes })}
        </p>
      )}
    </Card>
  )
}

function bookLabel(i18n: I18n, { approval }: ShownVisit, { dueAtOnceMinor, currency }: CheckVisitProps['priced']): string {
  if (dueAtOnceMinor === 0) return approval ? i18n.t('Ask for this visit') : i18n.t('Book this visit')
  const amount = formatMoney(i18n.locale, dueAtOnceMinor, currency)
  return approval ? i18n.t('Pay {amount} and ask', { amount }) : i18n.t('Pay {amount} and book', { amount })
}

function afterwards(i18n: I18n, { business: { name: business }, approval }: ShownVisit, pays: boolean): string {
  if (pays) {
    return approval
      ? i18n.t('Once you have paid, {business} looks at your booking and answers within a day. If they cannot take you, all you have paid comes back. We write to you either way.', { business })
      : i18n.t('Once you have paid, your visit is booked, and we send you a mail with a link to move or cancel it.')
  }
  return approval
    ? i18n.t('{business} looks at your booking and answers within a day. Until then the time is kept for you. We write to you either way.', { business })
    : i18n.t('Your visit is booked at once, and we send you a mail with a link to move or cancel it.')
}

function factsOf(i18n: I18n, { visit, questions, typed }: Pick<CheckVisitProps, 'visit' | 'questions' | 'typed'>): Fact[] {
  const { business, store, start, end, parts } = visit
  const given = questions.flatMap((question) => {
    const answer = typed[answerName(question)]
    return answer ? [{ term: question.label, detail: <span dir="auto">{question.kind === 'yes-no' ? (answer === 'yes' ? i18n.t('Yes') : i18n.t('No')) : answer}</span> }] : []
  })
  return [
    ...(parts.length > 1 ? parts.map((part) => ({ term: part.title, detail: partDetail(i18n, part, visit) })) : [{ term: i18n.t('What'), detail: <span dir="auto">{whatIn(i18n, visit)}</span> }]),
    { term: i18n.t('When'), detail: start !== null && end !== null && <When start={start} end={end} zone={store.zone} readerZone={visit.readerZone} /> },
    { term: i18n.t('Where'), detail: <span dir="auto">{`${visit.manyStores ? store.name : business.name}, ${store.address}`}</span> },
    { term: i18n.t('Who'), detail: <Who typed={typed} /> },
    ...given,
    ...(typed.note ? [{ term: i18n.t('Note'), detail: <span dir="auto">{typed.note}</span> }] : []),
  ]
}

function whatIn(i18n: I18n, { service: { title, minutes, person } }: ShownVisit): string {
  const duration = formatDuration(i18n, minutes)
  return person ? i18n.t('{service}, {duration}, with {person}', { service: title, duration, person: person.name }) : `${title}, ${duration}`
}

function BookForm({ action, typed, label, pays }: { action: string; typed: CheckVisitProps['typed']; label: string; pays: boolean }) {
  const i18n = useI18n()
  return (
    <form className="stack keep" id="check" method="post" action={action}>
      {Object.entries(typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="checked" value="yes" />
      <Honeypot />
      <Actions>
        <Button icon={pays ? 'lock' : 'check'}>{label}</Button>
        <Button variant="quiet" name="change" value="yes">
          {i18n.t('Change something')}
        </Button>
      </Actions>
    </form>
  )
}

function Who({ typed }: { typed: CheckVisitProps['typed'] }) {
  const i18n = useI18n()
  return (
    <>
      <span dir="auto">{typed.name}</span>
      <br />
      {typed.email}
      {typed.phone && (
        <>
          <br />
          <span dir="ltr">{typed.phone}</span>
        </>
      )}
      {typed.attendee && (
        <>
          <br />
          <span dir="auto">{i18n.t('for {person}', { person: typed.attendee })}</span>
        </>
      )}
    </>
  )
}
