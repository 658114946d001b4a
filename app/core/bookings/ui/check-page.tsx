import type { I18n } from '@lingui/core'
import type { ReactNode } from 'react'
import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Facts, type Fact } from '~/ui/facts'
import { Honeypot } from '~/ui/honeypot'
import { Card, Kicker, Section, Spread } from '~/ui/page'
import type { Question } from '../answers.server'
import { answerName, attendeeNames } from '../booking-form'
import { SalePrice, type ShownSale } from './sale-price'

/** How a trade calls what is booked. */
export interface BookWords {
  /** "Book this visit" */
  readonly book: string
  /** "Ask for this visit" */
  readonly ask: string
  /** "Once you have paid, your visit is booked …" */
  readonly afterPaying: string
  /** "Your visit is booked at once …" */
  readonly afterBooking: string
}

export interface CheckPageProps {
  readonly business: { readonly name: string }
  readonly steps: ReactNode
  /** What was chosen, when and where; who and what was answered follow. */
  readonly facts: readonly Fact[]
  readonly words: BookWords
  readonly questions: readonly Question[]
  readonly attendees?: readonly string[]
  /** Whether the business says yes first. */
  readonly approval: boolean
  /** With what of it is paid before it is booked. */
  readonly priced: ShownSale & { readonly dueAtOnceMinor: number }
  /** More about the price, below it. */
  readonly aboutPrice?: ReactNode
  readonly zone: string
  /** How long what was chosen is kept for who has to pay first. */
  readonly holdMinutes: number
  /** What holds when the customer cancels. */
  readonly policy: readonly string[]
  readonly action: string
  /** Everything that was typed; it goes on in hidden fields and is stored nowhere. */
  readonly typed: Readonly<Record<string, string>>
}

/** Everything once more before it is booked. */
export function CheckPage(props: CheckPageProps) {
  const { business, steps, facts, questions, attendees = [], approval, words, priced, policy, typed } = props
  const i18n = useI18n()
  const pays = priced.dueAtOnceMinor > 0
  return (
    <div>
      {steps}
      <Spread label={i18n.t('Price')} width="wide" sticky aside={<PriceAndButton {...props} />}>
        <header className="stack tight">
          <Kicker>
            <span dir="auto">{business.name}</span>
          </Kicker>
          <h1>{pays ? i18n.t('Check and pay') : i18n.t('Check and book')}</h1>
          <p className="soft">{pays ? i18n.t('Nothing is booked until you have paid.') : i18n.t('Nothing is booked until you press “{button}”.', { button: labelOf(i18n, props) })}</p>
        </header>
        <Facts lined facts={[...facts, ...saidOf(i18n, { questions, attendees, typed })]} />
        <Section id="after" title={i18n.t('What happens then')}>
          <p>{afterwards(i18n, { business, approval, words }, pays)}</p>
        </Section>
        <Section id="plans" title={i18n.t('If plans change')}>
          <p>{policy.join(' ')}</p>
        </Section>
      </Spread>
    </div>
  )
}

// Together, so that on a phone too nobody presses before they have seen what it costs.
function PriceAndButton(props: CheckPageProps) {
  const { priced, aboutPrice, holdMinutes, typed, action, zone } = props
  const i18n = useI18n()
  const nowMinor = priced.dueAtOnceMinor
  return (
    <Card>
      <SalePrice sale={priced} nowMinor={nowMinor} zone={zone} />
      {aboutPrice}
      <BookForm action={action} typed={typed} label={labelOf(i18n, props)} pays={nowMinor > 0} />
      {nowMinor > 0 && (
        <p className="soft fine">
          {i18n.t('You pay by card on the next page, which is Stripe’s, and come back here. Until then it is kept for you for {minutes, plural, one {# minute} other {# minutes}}.', { minutes: holdMinutes })}
        </p>
      )}
    </Card>
  )
}

function labelOf(i18n: I18n, { approval, words, priced: { dueAtOnceMinor, currency } }: CheckPageProps): string {
  if (dueAtOnceMinor === 0) return approval ? words.ask : words.book
  const amount = formatMoney(i18n.locale, dueAtOnceMinor, currency)
  return approval ? i18n.t('Pay {amount} and ask', { amount }) : i18n.t('Pay {amount} and book', { amount })
}

function afterwards(i18n: I18n, { business: { name: business }, approval, words }: Pick<CheckPageProps, 'business' | 'approval' | 'words'>, pays: boolean): string {
  if (!approval) return pays ? words.afterPaying : words.afterBooking
  return pays
    ? i18n.t('Once you have paid, {business} looks at your booking and answers within a day. If they cannot take you, all you have paid comes back. We write to you either way.', { business })
    : i18n.t('{business} looks at your booking and answers within a day. Until then it is kept for you. We write to you either way.', { business })
}

/** Who comes, what was answered, and the note. */
function saidOf(i18n: I18n, { questions, attendees, typed }: Required<Pick<CheckPageProps, 'questions' | 'attendees' | 'typed'>>): Fact[] {
  const given = questions.flatMap((question) => {
    const answer = typed[answerName(question)]
    return answer ? [{ term: question.label, detail: <span dir="auto">{question.kind === 'yes-no' ? (answer === 'yes' ? i18n.t('Yes') : i18n.t('No')) : answer}</span> }] : []
  })
  const others = attendees.map((term, at) => {
    const { name, email } = attendeeNames(at)
    return { term, detail: <span dir="auto">{[typed[name] ?? typed.name, typed[email]].filter(Boolean).join(', ')}</span> }
  })
  return [
    { term: i18n.t('Who'), detail: <Who typed={typed} /> },
    ...others,
    ...given,
    ...(typed.note ? [{ term: i18n.t('Note'), detail: <span dir="auto">{typed.note}</span> }] : []),
  ]
}

function BookForm({ action, typed, label, pays }: Pick<CheckPageProps, 'action' | 'typed'> & { readonly label: string; readonly pays: boolean }) {
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

function Who({ typed }: Pick<CheckPageProps, 'typed'>) {
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
