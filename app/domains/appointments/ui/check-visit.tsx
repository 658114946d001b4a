import { SalePrice, type ShownSale } from '~/core/bookings/index'
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
  readonly priced: ShownSale
  /** What holds when the customer cancels. */
  readonly policy: readonly string[]
  /** Everything that was typed; it goes on in hidden fields and is stored nowhere. */
  readonly typed: Readonly<Record<string, string>>
}

/** Everything once more before it is booked. */
export function CheckVisit({ visit, questions, priced, policy, typed }: CheckVisitProps) {
  const i18n = useI18n()
  const { business, approval, start, parts } = visit
  if (start === null) return null
  return (
    <div>
      <BookingSteps visit={visit} at="check" who={typed.name} />
      <Spread label={i18n.t('Price')} sticky aside={<Card><SalePrice sale={priced} /></Card>}>
        <header className="stack tight">
          <Kicker>
            <span dir="auto">{business.name}</span>
          </Kicker>
          <h1>{i18n.t('Check and book')}</h1>
          <p className="soft">{i18n.t('Nothing is booked until you press “{button}”.', { button: bookLabel() })}</p>
        </header>
        <Facts lined facts={factsOf()} />
        <BookForm action={bookHref(visit, start)} typed={typed} label={bookLabel()} />
        <Section id="after" title={i18n.t('What happens then')}>
          <p>
            {approval
              ? i18n.t('{business} looks at your booking and answers within a day. Until then the time is kept for you. We write to you either way.', { business: business.name })
              : i18n.t('Your visit is booked at once, and we send you a mail with a link to move or cancel it.')}
          </p>
        </Section>
        <Section id="plans" title={i18n.t('If plans change')}>
          <p>{policy.join(' ')}</p>
        </Section>
      </Spread>
    </div>
  )

  function bookLabel(): string {
    return approval ? i18n.t('Ask for this visit') : i18n.t('Book this visit')
  }

  function factsOf(): Fact[] {
    const given = questions.flatMap((question) => {
      const answer = typed[answerName(question)]
      return answer ? [{ term: question.label, detail: <span dir="auto">{question.kind === 'yes-no' ? (answer === 'yes' ? i18n.t('Yes') : i18n.t('No')) : answer}</span> }] : []
    })
    return [
      ...(parts.length > 1 ? parts.map((part) => ({ term: part.title, detail: partDetail(i18n, part, visit) })) : [{ term: i18n.t('What'), detail: <span dir="auto">{what()}</span> }]),
      { term: i18n.t('When'), detail: start !== null && visit.end !== null && <When start={start} end={visit.end} zone={visit.store.zone} readerZone={visit.readerZone} /> },
      { term: i18n.t('Where'), detail: <span dir="auto">{`${visit.manyStores ? visit.store.name : business.name}, ${visit.store.address}`}</span> },
      { term: i18n.t('Who'), detail: <Who typed={typed} /> },
      ...given,
      ...(typed.note ? [{ term: i18n.t('Note'), detail: <span dir="auto">{typed.note}</span> }] : []),
    ]
  }

  function what(): string {
    const { title, minutes, person } = visit.service
    const duration = formatDuration(i18n, minutes)
    return person ? i18n.t('{service}, {duration}, with {person}', { service: title, duration, person: person.name }) : `${title}, ${duration}`
  }
}

function BookForm({ action, typed, label }: { action: string; typed: CheckVisitProps['typed']; label: string }) {
  const i18n = useI18n()
  return (
    <form className="stack keep" id="check" method="post" action={action}>
      {Object.entries(typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="checked" value="yes" />
      <Honeypot />
      <Actions>
        <Button icon="check">{label}</Button>
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
