import { useActionData, useLoaderData } from '@remix-run/react'
import { CheckPage, DetailsForm, OtherChoices } from '~/core/bookings/index'
import { answerOrder, quote } from '~/core/bookings/index.server'
import { policyWords } from '~/core/pricing/index.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { read } from '~/platform/database.server'
import { newToken } from '~/platform/signing.server'
import { useI18n } from '~/platform/words/use-i18n'
import { offeredBoat } from '../boats.server'

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query }) => {
  const boat = offeredBoat(db, ctx, params.boat ?? '')
  const start = query.get('start') ?? ''
  const quoted = quote(db, ctx, [{ listing: boat, choice: { start } }])
  const href = `/b/${ctx.business.slug}/boats/${boat.slug}`
  return {
    title: boat.title, href, action: `${href}/book?start=${start}`, business: ctx.business, zone: ctx.business.timeZone, key: newToken(),
    priced: quoted.ok ? quoted.value.priced : null, policy: quoted.ok ? policyWords(ctx.i18n, quoted.value.policy) : [],
  }
})

export const action = guardedAction({ access: 'business' }, ({ ctx, form, params, query }) => {
  const boat = read((db) => offeredBoat(db, ctx, params.boat ?? ''))
  const start = query.get('start') ?? ''
  return answerOrder(ctx, form, {
    questions: [], attendees: 0, problem: () => null, refused: () => ({ status: 409 }) as const,
    items: () => [{ listingId: boat.id, choice: { start }, attendeeName: null, answers: {} }],
  })
})

export default function Book() {
  const i18n = useI18n()
  const { title, href, action: to, business, zone, key, priced, policy } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const common = { business, steps: null }
  const more = { href, label: i18n.t('See all times') }
  if (answer?.kind === 'elsewhere') return <OtherChoices {...common} title={title} why={i18n.t('Somebody else has just taken this time.')} alternatives={[]} nearest="" none="" more={more} typed={answer.typed} />
  if (answer?.kind === 'check' && priced) {
    const words = { book: i18n.t('Book'), ask: i18n.t('Book'), afterPaying: '', afterBooking: '' }
    return <CheckPage {...common} facts={[]} words={words} questions={[]} approval={false} priced={priced} zone={zone} holdMinutes={0} policy={policy} action={to} typed={answer.typed} />
  }
  return <DetailsForm {...common} aside={null} asideLabel={title} action={to} back={more} questions={[]} formKey={key} known={null} result={answer?.kind === 'form' ? answer.result : undefined} />
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
