import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { read as readDatabase } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { feedForm } from '../forms'
import { listingAt } from '../page.server'
import { channelsPath, feedPath } from '../paths'
import { addFeed } from '../save-feed.server'
import { FeedEditor } from '../ui/feed-editor'
import { feedRefusalWords } from '../words'

export const loader = guarded({ access: { needs: 'channels.manage' } }, ({ db, ctx, params }) => {
  const { listing } = listingAt(db, ctx, params.listing)
  return { title: `${ctx.i18n.t('Add a calendar')} – ${ctx.business.name}`, listing: listing.title, back: channelsPath(ctx.business.slug, listing.id) }
})

export const action = guardedAction({ access: { needs: 'channels.manage' } }, ({ ctx, form, params }) => {
  const { listing } = readDatabase((db) => listingAt(db, ctx, params.listing))
  const read = readForm(form, feedForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const added = addFeed(ctx, listing.id, read.value)
  if (added.ok) return seeOther(feedPath(ctx.business.slug, added.value), { key: 'channels.added' })
  const { field, sentence } = feedRefusalWords(ctx.i18n, added.refusal)
  const result = read.again({ [field]: sentence })
  return field === '' ? conflict({ result }) : invalid({ result })
})

export default function NewFeed() {
  const i18n = useI18n()
  const { listing, back } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={listing} nav={i18n.t('Back')} />
      <header className="stack tight">
        <h1>{i18n.t('Add a calendar')}</h1>
        <p>{i18n.t('What stands in the calendar of another channel takes its nights here. We ask for it every quarter of an hour.')}</p>
      </header>
      <FeedEditor values={{}} lastResult={useActionData<typeof action>()?.result} back={back} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
