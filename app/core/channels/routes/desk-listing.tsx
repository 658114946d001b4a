import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { Breadcrumb, Section } from '~/ui/page'
import { PlainList } from '~/ui/plain-list'
import { pageTitle } from '~/ui/page-title'
import { listingChannels } from '../page.server'
import { channelsPath } from '../paths'
import { FeedBadges } from '../ui/feed-badge'
import { notExchanged } from '../words'

export const loader = guarded({ access: { needs: 'channels.manage' } }, ({ db, ctx, params }) => {
  const page = listingChannels(db, ctx, params.listing)
  return { title: `${ctx.i18n.t('Other channels')}: ${page.listing.title} – ${ctx.business.name}`, back: channelsPath(ctx.business.slug), why: page.canExchange ? null : notExchanged(ctx.i18n), ...page }
})

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function ListingChannels() {
  const i18n = useI18n()
  const { back, why, ...page } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('All calendars')} nav={i18n.t('Back')} />
      <h1 dir="auto">{i18n.t('Other channels: {listing}', { listing: page.listing.title })}</h1>
      {why && (
        <Notice>
          <p>{why}</p>
        </Notice>
      )}
      <Inwards page={page} />
      <Outwards page={page} />
    </div>
  )
}

function Inwards({ page: { listing, canExchange, feeds } }: { page: Pick<Page, 'listing' | 'canExchange' | 'feeds'> }) {
  const i18n = useI18n()
  return (
    <Section id="inwards" title={i18n.t('What we read')}>
      <div className="stack">
        {feeds.length === 0 ? (
          <p className="soft">{i18n.t('No calendar of another channel is read yet, so what is sold there can be sold here too.')}</p>
        ) : (
          <PlainList
            items={feeds.map(({ id, href, name, site, state, outcome, clashes }) => ({
              key: id,
              content: (
                <>
                  <a href={href} dir="auto">
                    {name}
                  </a>{' '}
                  <span className="soft">{site}</span> <FeedBadges state={state} clashes={clashes} />
                  <br />
                  <span className="soft">{outcome}</span>
                </>
              ),
            }))}
          />
        )}
        {canExchange && (
          <Actions small>
            <Button variant={feeds.length === 0 ? 'primary' : 'quiet'} icon="plus" href={`${listing.href}/calendars`}>
              {i18n.t('Add a calendar')}
            </Button>
          </Actions>
        )}
      </div>
    </Section>
  )
}

function Outwards({ page: { listing, canExchange, addresses } }: { page: Pick<Page, 'listing' | 'canExchange' | 'addresses'> }) {
  const i18n = useI18n()
  return (
    <Section id="outwards" title={i18n.t('What others read')}>
      <div className="stack">
        {addresses.length === 0 ? (
          <p className="soft">{i18n.t('Nobody reads this calendar yet, so what is sold here can be sold elsewhere too.')}</p>
        ) : (
          <PlainList
            items={addresses.map(({ id, name, leavesOut, madeOn }) => ({
              key: id,
              content: (
                <>
                  <strong dir="auto">{name}</strong> <span className="soft">{i18n.t('made on {date}', { date: madeOn })}</span>
                  <br />
                  <span className="soft">{leavesOut === null ? i18n.t('Everything that takes nights.') : i18n.t('Everything but what came from {channel}.', { channel: leavesOut })}</span>{' '}
                  <a href={`${listing.href.replace(/[^/]+$/, '')}addresses/${id}/revocation`}>
                    {i18n.t('Revoke…')}
                    <span className="sr">{`: ${name}`}</span>
                  </a>
                </>
              ),
            }))}
          />
        )}
        {canExchange && (
          <Actions small>
            <Button variant={addresses.length === 0 ? 'primary' : 'quiet'} icon="plus" href={`${listing.href}/addresses`}>
              {i18n.t('Make an address')}
            </Button>
          </Actions>
        )}
      </div>
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
