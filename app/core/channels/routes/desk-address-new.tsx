import { useForm, type SubmissionResult } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, created, invalid } from '~/platform/answers.server'
import { read as readDatabase } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { RadioGroup } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Notice } from '~/ui/notice'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { TextField } from '~/ui/text-field'
import { makeAddress } from '../addresses.server'
import { addressForm, type AddressInput } from '../forms'
import { listingAt, listingChannels } from '../page.server'
import { addressRefusalWords } from '../words'

export const loader = guarded({ access: { needs: 'channels.manage' } }, ({ db, ctx, params }) => {
  const { listing, feeds } = listingChannels(db, ctx, params.listing)
  return { title: `${ctx.i18n.t('Make an address')} – ${ctx.business.name}`, listing: listing.title, back: listing.href, feeds: feeds.map(({ id, name }) => ({ id, name })) }
})

/** Answers the address in the page itself: it is shown this once. */
export const action = guardedAction({ access: { needs: 'channels.manage' } }, ({ ctx, form, params }) => {
  const { listing } = readDatabase((db) => listingAt(db, ctx, params.listing))
  const read = readForm(form, addressForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again(), address: null })
  const made = makeAddress(ctx, listing.id, { name: read.value.name, feedId: read.value.feed ?? null })
  if (made.ok) return created({ result: null, address: made.value })
  return conflict({ result: read.again({ '': addressRefusalWords(ctx.i18n, made.refusal) }), address: null })
})

export default function NewAddress() {
  const i18n = useI18n()
  const { listing, back } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={listing} nav={i18n.t('Back')} />
      <header className="stack tight">
        <h1>{i18n.t('Make an address')}</h1>
        <p>{i18n.t('Another channel that reads it learns on which nights {listing} is taken, and nothing else: no names, no reasons, no prices.', { listing })}</p>
      </header>
      {answer?.address ? <MadeAddress address={answer.address} back={back} /> : <AddressForm lastResult={answer?.result ?? undefined} />}
    </div>
  )
}

function AddressForm({ lastResult }: { lastResult: SubmissionResult | undefined }) {
  const i18n = useI18n()
  const { back, feeds } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<AddressInput>({
    id: 'address',
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: { name: '', feed: '' },
    constraint: { name: { required: true, maxLength: 60 } },
    defaultNoValidate: false,
  })
  const choices = [
    { value: '', label: i18n.t('No: it gets everything') },
    ...feeds.map(({ id, name }) => ({ value: id, label: i18n.t('Yes, {name}: it does not get back what came from there', { name }) })),
  ]
  return (
    <>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack fields">
        <TextField field={fields.name} label={i18n.t('Who is it for?')} hint={i18n.t('Such as Airbnb. Make one for each, so that you can revoke it alone.')} autoComplete="off" />
        {feeds.length > 0 && <RadioGroup field={fields.feed} label={i18n.t('Is it for a channel whose calendar we read?')} choices={choices} />}
        <Actions>
          <Button>{i18n.t('Make the address')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </>
  )
}

function MadeAddress({ address, back }: { address: string; back: string }) {
  const i18n = useI18n()
  return (
    <>
      <Notice tone="good" announce>
        <div className="stack">
          <p>
            <strong>{i18n.t('Copy this address now: it is shown only this once.')}</strong> {i18n.t('Paste it where the other channel asks for a calendar to import. Whoever has it can read along, so give it to nobody else.')}
          </p>
          <p className="stack tight">
            <label htmlFor="made-address">{i18n.t('Secret address')}</label>
            <input id="made-address" className="input long" type="url" value={address} readOnly />
          </p>
        </div>
      </Notice>
      <ul>
        <li>{i18n.t('Airbnb: in the calendar of your listing, under availability, connect to another website, and paste it there.')}</li>
        <li>{i18n.t('Booking.com: under rates and availability, sync calendars, add a calendar connection, and paste it there.')}</li>
        <li>{i18n.t('Vrbo: in the calendar of your property, settings, import and export, import a calendar.')}</li>
      </ul>
      <Actions>
        <Button variant="quiet" href={back}>
          {i18n.t('I have copied it')}
        </Button>
      </Actions>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
