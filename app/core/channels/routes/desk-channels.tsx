import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { EmptyState } from '~/ui/empty-state'
import { PlainList } from '~/ui/plain-list'
import { pageTitle } from '~/ui/page-title'
import { channelsOverview } from '../page.server'
import { FeedBadges } from '../ui/feed-badge'

export const loader = guarded({ access: { needs: 'channels.manage' } }, ({ db, ctx }) => ({
  title: `${ctx.i18n.t('Other channels')} – ${ctx.business.name}`,
  listings: channelsOverview(db, ctx),
}))

export default function Channels() {
  const i18n = useI18n()
  const { listings } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <header className="stack tight">
        <h1>{i18n.t('Other channels')}</h1>
        <p>{i18n.t('What you sell elsewhere takes its nights here, and what you sell here is told there. Both sides ask each other for their calendars, so it takes minutes here and up to some hours there.')}</p>
      </header>
      {listings.length === 0 ? (
        <EmptyState title={i18n.t('There is nothing to exchange yet')}>
          <p>{i18n.t('Add a property that is let by the night, and connect its calendar with other channels here.')}</p>
        </EmptyState>
      ) : (
        <PlainList
          items={listings.map(({ id, href, title, feeds, addresses }) => ({
            key: id,
            content: (
              <div className="stack tight">
                <p>
                  <a href={href} dir="auto">
                    {title}
                  </a>{' '}
                  <span className="soft">{i18n.t('{addresses, plural, =0 {Nobody reads it yet} one {# address to read it} other {# addresses to read it}}', { addresses })}</span>
                </p>
                {feeds.map((feed) => (
                  <p key={feed.id}>
                    <a href={feed.href} dir="auto">
                      {feed.name}
                    </a>{' '}
                    <FeedBadges state={feed.state} clashes={feed.clashes} />
                  </p>
                ))}
              </div>
            ),
          }))}
        />
      )}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
