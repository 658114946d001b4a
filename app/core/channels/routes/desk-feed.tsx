import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { Facts } from '~/ui/facts'
import { Notice } from '~/ui/notice'
import { Breadcrumb, Section } from '~/ui/page'
import { PlainList } from '~/ui/plain-list'
import { pageTitle } from '~/ui/page-title'
import { feedPage } from '../page.server'
import { FeedBadges } from '../ui/feed-badge'

export const loader = guarded({ access: { needs: 'channels.manage' } }, ({ db, ctx, params }) => {
  const page = feedPage(db, ctx, params.calendar)
  return { title: `${page.feed.name}: ${page.listing.title} – ${ctx.business.name}`, ...page }
})

type Page = ReturnType<typeof useLoaderData<typeof loader>>

export default function Feed() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const { feed, listing } = page
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={listing.href} label={listing.title} nav={i18n.t('Back')} />
      <header className="stack tight">
        <h1 dir="auto">{feed.name}</h1>
        <p>
          <FeedBadges state={feed.state} clashes={feed.clashes} />
        </p>
      </header>
      <Clashes page={page} />
      <Status page={page} />
      <Coming page={page} />
      <Section id="removal" title={i18n.t('Take it away')}>
        <div className="stack">
          <p>{i18n.t('Once it is removed, the nights that it takes are free again.')}</p>
          <Actions small>
            <Button variant="danger" href={`${feed.href}/removal`}>
              {i18n.t('Remove the calendar…')}
            </Button>
          </Actions>
        </div>
      </Section>
    </div>
  )
}

function Clashes({ page: { feed, clashes } }: { page: Pick<Page, 'feed' | 'clashes'> }) {
  const i18n = useI18n()
  if (clashes.length === 0) return null
  return (
    <Section id="clashes" title={i18n.t('Booked twice')}>
      <div className="stack">
        <Notice tone="bad">
          <p>{i18n.t('Both stand until you decide: move or cancel the booking here, or take the entry out at {channel}. It is gone from here once one of them has given way.', { channel: feed.name })}</p>
        </Notice>
        <PlainList
          items={clashes.map(({ key, entry, dates, reference, href, booked }) => ({
            key,
            content: (
              <>
                <a href={href}>{reference}</a> {booked}
                <br />
                <span className="soft">{i18n.t('meets {entry}, {dates}', { entry, dates })}</span>
              </>
            ),
          }))}
        />
      </div>
    </Section>
  )
}

function Status({ page: { feed, askedAt, readAt, dueAt, read } }: { page: Pick<Page, 'feed' | 'askedAt' | 'readAt' | 'dueAt' | 'read'> }) {
  const i18n = useI18n()
  const paused = feed.state === 'paused'
  const never = i18n.t('Not yet')
  return (
    <Section id="status" title={i18n.t('How it does')}>
      <div className="stack">
        {feed.state === 'failing' && (
          <Notice tone="bad">
            <p>{i18n.t('What we learnt before stays taken until the calendar can be read again.')}</p>
          </Notice>
        )}
        {read !== null && read.unreadable > 0 && (
          <Notice tone="wait">
            <p>{i18n.t('{unreadable, plural, one {# entry could not be understood: look there for yourself.} other {# entries could not be understood: look there for yourself.}}', { unreadable: read.unreadable })}</p>
          </Notice>
        )}
        <Facts
          facts={[
            { term: i18n.t('Site'), detail: feed.site },
            { term: i18n.t('Last asked for'), detail: askedAt ?? never },
            { term: i18n.t('What came of it'), detail: feed.outcome },
            { term: i18n.t('Last read whole'), detail: readAt ?? never },
            { term: i18n.t('Entries that take time'), detail: read === null ? never : String(read.entries) },
            { term: i18n.t('Asked for next'), detail: paused ? i18n.t('Not while it is paused') : (dueAt ?? i18n.t('Within a minute')) },
          ]}
        />
        <Actions small>
          {!paused && <PostButton action={`${feed.href}/fetch`}>{i18n.t('Ask for it now')}</PostButton>}
          {paused ? <PostButton action={`${feed.href}/resumption`}>{i18n.t('Resume')}</PostButton> : <PostButton action={`${feed.href}/pause`}>{i18n.t('Pause')}</PostButton>}
          <Button variant="quiet" href={`${feed.href}/details`}>
            {i18n.t('Change name or address')}
          </Button>
        </Actions>
      </div>
    </Section>
  )
}

function Coming({ page: { coming, more } }: { page: Pick<Page, 'coming' | 'more'> }) {
  const i18n = useI18n()
  return (
    <Section id="coming" title={i18n.t('What it takes')}>
      {coming.length === 0 ? (
        <p className="soft">{i18n.t('Nothing from today on.')}</p>
      ) : (
        <div className="stack">
          <PlainList
            fine
            items={coming.map(({ id, dates, summary }) => ({
              key: id,
              content: (
                <>
                  {dates}{' '}
                  {summary && (
                    <span className="soft" dir="auto">
                      {summary}
                    </span>
                  )}
                </>
              ),
            }))}
          />
          {more > 0 && <p className="soft">{i18n.t('{more, plural, one {And # later one.} other {And # later ones.}}', { more })}</p>}
        </div>
      )}
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
