import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDate } from '~/kernel/format'
import { conflict, created, forbidden, invalid } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, PostButton } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Breadcrumb, Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { feedScopesFor, madeFeeds, makeFeed } from '../calendar-feeds.server'
import { feedForm } from '../desk-forms'

export const loader = guarded({ access: { needs: 'bookings.read' } }, ({ db, ctx, url }) => {
  const made = madeFeeds(db, ctx)
  return {
    title: ctx.i18n.t('Subscribe'),
    path: url.pathname,
    back: `/dashboard/${ctx.business.slug}/calendar`,
    business: ctx.business.name,
    feeds: feedScopesFor(ctx.member).map((scope) => {
      const feed = made.find((other) => other.scope === scope)
      return { scope, id: feed?.id ?? null, madeOn: feed ? formatDate(ctx.i18n.locale, ctx.business.timeZone, feed.madeAt) : null }
    }),
  }
})

/** Answers the address in the page itself: it is shown this once. */
export const action = guardedAction({ access: { needs: 'bookings.read' } }, ({ ctx, form }) => {
  const read = readForm(form, feedForm(ctx.i18n))
  if (!read.ok) return invalid({ why: ctx.i18n.t('Choose which calendar the address is for.'), made: null })
  const answer = makeFeed(ctx, read.value.scope)
  if (answer.ok) return created({ why: null, made: { scope: read.value.scope, address: answer.value } })
  if (answer.refusal === 'not-theirs') return forbidden(ctx.i18n.t('Your role does not include this. An owner of the business can change what you may do.'))
  return conflict({ why: ctx.i18n.t('You have no diary of your own here. An owner can link you to your profile among the staff.'), made: null })
})

type Data = ReturnType<typeof useLoaderData<typeof loader>>

export default function CalendarFeeds() {
  const i18n = useI18n()
  const { back, feeds, ...data } = useLoaderData<typeof loader>()
  const why = useActionData<typeof action>()?.why
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Calendar')} nav={i18n.t('Back')} />
      <header className="stack tight">
        <h1>{i18n.t('Subscribe to the calendar')}</h1>
        <p>{i18n.t('The calendar on your phone or computer can show what stands in this one, and follows its changes within hours. What you change there does not come back here.')}</p>
      </header>
      {why && (
        <Notice tone="bad" announce>
          <p>{why}</p>
        </Notice>
      )}
      {feeds.length === 0 && <p className="soft">{i18n.t('You have no diary of your own here. An owner can link you to your profile among the staff.')}</p>}
      {feeds.map((feed) => (
        <Feed key={feed.scope} feed={feed} data={data} />
      ))}
    </div>
  )
}

function Feed({ feed: { scope, id, madeOn }, data: { path, business } }: { feed: Data['feeds'][number]; data: Pick<Data, 'path' | 'business'> }) {
  const i18n = useI18n()
  const made = useActionData<typeof action>()?.made
  return (
    <Section id={`feed-${scope}`} title={scope === 'own' ? i18n.t('Your own diary') : i18n.t('All bookings of {business}', { business })}>
      <div className="stack">
        <p className="soft">
          {scope === 'own'
            ? i18n.t('Your bookings and your blocked times, with the names of your customers.')
            : i18n.t('The bookings and blocked times of everybody, with the names of the customers and of who serves them.')}
        </p>
        {made?.scope === scope && <Address scope={scope} address={made.address} />}
        {made?.scope !== scope && <p>{madeOn === null ? i18n.t('There is no address yet.') : i18n.t('An address was made on {date}. We keep no copy that could be shown again.', { date: madeOn })}</p>}
        <Actions small>
          <PostButton action={path} fields={{ scope }} variant={id === null ? 'primary' : 'quiet'}>
            {id === null ? i18n.t('Make an address') : i18n.t('Make a new one')}
          </PostButton>
          {id !== null && (
            <PostButton action={`${path}/${id}/revocation`} variant="danger">
              {i18n.t('Revoke')}
            </PostButton>
          )}
        </Actions>
        {id !== null && <p className="soft">{i18n.t('With a new one the present address stops working, as it does when you revoke it.')}</p>}
      </div>
    </Section>
  )
}

function Address({ scope, address }: { scope: string; address: string }) {
  const i18n = useI18n()
  return (
    <Notice tone="good" announce>
      <div className="stack">
        <p>
          <strong>{i18n.t('Copy this address now: it is shown only this once.')}</strong> {i18n.t('Add it to your calendar as a subscription, from the web or by URL. Whoever has it can read along, so give it to nobody.')}
        </p>
        <p className="stack tight">
          <label htmlFor={`address-${scope}`}>{i18n.t('Secret address')}</label>
          <input id={`address-${scope}`} className="input long" type="url" value={address} readOnly />
        </p>
        <p>
          <a href={address.replace(/^https?:/, 'webcal:')}>{i18n.t('Open it in the calendar of this device')}</a>
        </p>
      </div>
    </Notice>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
