import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { formatMoney } from '~/kernel/format'
import { read } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { isFromProgram } from '~/platform/honeypot'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Honeypot } from '~/ui/honeypot'
import { Notice } from '~/ui/notice'
import { Kicker } from '~/ui/page'
import { TextField } from '~/ui/text-field'
import { When } from '~/ui/when'
import { emailKey, holdBack } from '../../identity/index.server'
import { entryPath } from '../entries.server'
import { joinForm, partyName } from '../forms'
import { joinLine } from '../join-line.server'
import { choicesIn, joinPage, joinRefusalWords, joinStep } from '../join-page.server'
import { HowMany } from '../ui/how-many'
import { LineRules } from '../ui/line-rules'

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url }) => ({
  ...joinPage(db, ctx, joinStep(db, ctx, params.session, query)),
  here: url.pathname + url.search,
  known: ctx.account && { name: ctx.account.name, email: ctx.account.email },
}))

export const action = guardedAction({ access: 'business' }, ({ ctx, form, params, query }) => {
  const step = read((db) => joinStep(db, ctx, params.session, query))
  const sent = readForm(form, joinForm(ctx.i18n, step.kinds))
  if (!sent.ok) return invalid({ result: sent.again(), free: false })
  if (isFromProgram(form)) return invalid({ result: sent.again({ '': ctx.i18n.t('Something filled in a field that people do not see. Send the form once more from this page.') }), free: false })
  const { name, email } = sent.value
  holdBack(ctx, 'publicForm', ctx.clientAddress, emailKey(email))
  const joined = joinLine(ctx, { sessionId: step.session.id, listingId: step.session.listingId, choices: choicesIn(step, sent.value), name, email })
  // The page of a line is for whoever reads the mail: this browser may be anybody's who knows the address.
  if (joined.ok && joined.value.joinedAt < ctx.now) return seeOther(`/b/${ctx.business.slug}`, { key: 'waiting-list.waits-already' })
  if (joined.ok) return seeOther(entryPath(ctx.business.slug, joined.value), { key: 'waiting-list.joined' })
  const free = joined.refusal.kind === 'places-free'
  return data({ result: sent.again({ '': joinRefusalWords(ctx, step, joined.refusal) }), free }, { status: 409 })
})

export default function Join() {
  const i18n = useI18n()
  const { business, session, listingHref, people, fixed, kinds, currency, settings, refused, here, known } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<Partial<Record<'name' | 'email' | 'count' | ReturnType<typeof partyName>, string>>>({
    id: 'join',
    lastResult: answer?.result,
    defaultValue: { name: known?.name, email: known?.email, count: '1', ...Object.fromEntries(kinds.map((kind) => [partyName(kind), String(kind.count)])) },
    defaultNoValidate: false,
    constraint: getZodConstraint(joinForm(i18n, kinds)),
  })
  return (
    <div className="stack loose narrow">
      <ErrorSummary form={form} />
      <header className="stack tight">
        <Kicker>
          <span dir="auto">{business.name}</span>
        </Kicker>
        <h1>{i18n.t('Join the waiting list')}</h1>
        <p className="lede">
          <span dir="auto">{session.title}</span>, <When start={session.startsAt} end={session.endsAt} zone={session.timeZone} />
        </p>
      </header>
      {answer?.free && (
        <Actions>
          <Button href={listingHref}>{i18n.t('Book now')}</Button>
        </Actions>
      )}
      {refused !== null ? (
        <Notice tone="wait">
          <p>
            {i18n.t('This cannot be waited for.')} <a href={listingHref}>{i18n.t('See other dates')}</a>
          </p>
        </Notice>
      ) : (
        <>
          <WhatFor />
          <LineRules settings={settings} />
          <form className="stack keep fields" id={form.id} method="post" action={here}>
            <TextField field={fields.name} label={i18n.t('Your name')} autoComplete="name" enterKeyHint="next" />
            <TextField field={fields.email} type="email" label={i18n.t('E-mail address')} hint={i18n.t('We ask you here when places become free.')} autoComplete="email" enterKeyHint="next" />
            {fixed ? (
              <p>{i18n.t('For {people, plural, one {# person} other {# people}}.', { people })}</p>
            ) : (
              <HowMany fields={fields} kinds={kinds} currency={currency} />
            )}
            <Honeypot />
            <Actions>
              <Button>{i18n.t('Join the waiting list')}</Button>
              <Button href={listingHref} variant="plain">
                {i18n.t('See other dates')}
              </Button>
            </Actions>
          </form>
        </>
      )}
    </div>
  )
}

/** What it is, and what it costs. */
function WhatFor() {
  const i18n = useI18n()
  const { places } = useLoaderData<typeof loader>()
  return (
    places && (
      <p className="statement">
        <span dir="auto">{places.what.join(', ')}</span>, {formatMoney(i18n.locale, places.totalMinor, places.currency)}
      </p>
    )
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${page.title} – ${page.business.name}` : 'Guildhall' }, { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
