import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { PlainList } from '~/ui/plain-list'
import { pageTitle } from '~/ui/page-title'
import { feedAt, feedPage } from '../page.server'
import { channelsPath } from '../paths'
import { removeFeed } from '../save-feed.server'

export const loader = guarded({ access: { needs: 'channels.manage' } }, ({ db, ctx, params }) => {
  const { feed, listing, coming, more } = feedPage(db, ctx, params.calendar)
  return { title: ctx.i18n.t('Remove the calendar of {name}?', { name: feed.name }), feed, listing, coming, more, freed: coming.length + more }
})

export const action = guardedAction({ access: { needs: 'channels.manage' } }, ({ ctx, params }) => {
  const feed = read((db) => feedAt(db, ctx, params.calendar))
  const removed = removeFeed(ctx, feed.id)
  if (!removed.ok) return notFound(ctx.i18n.t('There is no such calendar here any more.'))
  return seeOther(channelsPath(ctx.business.slug, feed.listingId), { key: 'channels.removed' })
})

export default function FeedRemoval() {
  const i18n = useI18n()
  const { title, feed, listing, coming, more, freed } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      back={{ href: feed.href, label: feed.name, nav: i18n.t('Back') }}
      kicker={listing.title}
      title={title}
      consequence={
        <>
          <p>{i18n.t('{freed, plural, =0 {It takes nothing from today on, so nothing becomes free.} one {# entry is let go, and its nights can be booked here from now on.} other {# entries are let go, and their nights can be booked here from now on.}}', { freed })}</p>
          <p>{i18n.t('Addresses that were made for {channel} stay, and leave nothing out any more.', { channel: feed.name })}</p>
        </>
      }
      details={
        coming.length > 0 && (
          <div className="stack">
            <PlainList fine items={coming.map(({ id, dates, summary }) => ({ key: id, content: summary ? `${dates}, ${summary}` : dates }))} />
            {more > 0 && <p className="soft">{i18n.t('{more, plural, one {And # later one.} other {And # later ones.}}', { more })}</p>}
          </div>
        )
      }
    >
      <form id="remove" method="post">
        <Actions>
          <Button variant="danger">{i18n.t('Remove the calendar')}</Button>
          <Button variant="plain" href={feed.href}>
            {i18n.t('Keep it')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
