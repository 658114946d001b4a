import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDateTime, formatMoney } from '~/kernel/format'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Facts } from '~/ui/facts'
import { Notice } from '~/ui/notice'
import { Card, Kicker } from '~/ui/page'
import { When } from '~/ui/when'
import { CheckPage, DetailsForm } from '../../bookings/index'
import { answerOrder } from '../../bookings/index.server'
import { asksOf, entryPage, entryToShow, offerInMaking } from '../entry-page.server'
import { LineRules } from '../ui/line-rules'
import { waitingWords } from '../words'

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query }) => entryPage(db, ctx, entryToShow(db, ctx, params.entry, query.get('token'))))

export const action = guardedAction({ access: 'business' }, ({ ctx, form, params, query }) => {
  const { entry, asks } = read((db) => {
    const shown = entryToShow(db, ctx, params.entry, query.get('token'))
    return { entry: shown, asks: asksOf(db, ctx, shown) }
  })
  return answerOrder(ctx, form, offerInMaking(ctx, entry, asks))
})

export default function Entry() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { offer, business, session, here, leaving, key, known, offerUntil } = page
  if (!offer || answer?.kind === 'elsewhere') return <Standing />
  const facts = factsOf(i18n, page)
  if (answer?.kind === 'check') {
    return (
      <CheckPage
        business={business}
        steps={null}
        facts={facts}
        words={{
          book: i18n.t('Accept and book'),
          ask: i18n.t('Accept and ask'),
          afterPaying: i18n.t('Once you have paid, your places are booked, and we send you a mail with a link to change or cancel them.'),
          afterBooking: i18n.t('Your places are booked at once, and we send you a mail with a link to change or cancel them.'),
        }}
        questions={offer.questions}
        attendees={offer.attendees}
        approval={offer.approval}
        priced={offer.priced}
        zone={session.timeZone}
        holdMinutes={offer.holdMinutes}
        policy={offer.policy}
        action={here}
        typed={answer.typed}
      />
    )
  }
  return (
    <DetailsForm
      business={business}
      steps={
        <Notice tone="wait">
          <p>
            <strong>{offerUntil !== null && i18n.t('Kept for you until {until}.', { until: formatDateTime(i18n.locale, session.timeZone, offerUntil) })}</strong>{' '}
            {i18n.t('Nobody else can have it meanwhile.')} <a href={leaving}>{i18n.t('Decline, and let the next have it')}</a>
          </p>
        </Notice>
      }
      aside={
        <Card>
          <Facts facts={facts} />
        </Card>
      }
      asideLabel={i18n.t('What is kept for you')}
      action={here}
      back={{ href: leaving, label: i18n.t('Decline') }}
      questions={offer.questions}
      attendees={offer.attendees}
      formKey={key}
      known={known}
      result={answer?.kind === 'form' ? answer.result : undefined}
    />
  )
}

function factsOf(i18n: ReturnType<typeof useI18n>, { session, quantity, places }: ReturnType<typeof useLoaderData<typeof loader>>) {
  return [
    { term: i18n.t('What'), detail: <span dir="auto">{places ? places.what.join(', ') : session.title}</span> },
    { term: i18n.t('When'), detail: <When start={session.startsAt} end={session.endsAt} zone={session.timeZone} /> },
    { term: i18n.t('People'), detail: quantity },
    ...(places ? [{ term: i18n.t('Price'), detail: formatMoney(i18n.locale, places.totalMinor, places.currency) }] : []),
  ]
}

/** Without an offer: where they stand, or how it ended. */
function Standing() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { business, session, before, settings, leaving, listingHref } = page
  const shown = answer?.kind === 'elsewhere' ? 'lapsed' : page.shown
  return (
    <div className="stack loose narrow">
      <header className="stack tight">
        <Kicker>
          <span dir="auto">{business.name}</span>
        </Kicker>
        <h1>{waitingWords(i18n, shown).title}</h1>
        <p className="lede">
          <span dir="auto">{session.title}</span>, <When start={session.startsAt} end={session.endsAt} zone={session.timeZone} />
        </p>
      </header>
      <p>{waitingWords(i18n, shown).text}</p>
      {shown === 'waiting' ? (
        <>
          <p>
            {i18n.t('{before, plural, =0 {Nobody is before you.} one {# entry is before yours.} other {# entries are before yours.}}', { before })}
          </p>
          <Facts facts={factsOf(i18n, page)} />
          <LineRules settings={settings} />
          <Actions>
            <Button href={leaving} variant="quiet" icon="x">
              {i18n.t('Leave the waiting list')}
            </Button>
          </Actions>
        </>
      ) : (
        <Actions>
          <Button href={listingHref}>{i18n.t('See other dates')}</Button>
        </Actions>
      )}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${page.title} – ${page.business.name}` : 'Guildhall' }, { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
