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
import { feedAt } from '../page.server'
import { feedPath } from '../paths'
import { changeFeed } from '../save-feed.server'
import { FeedEditor } from '../ui/feed-editor'
import { feedRefusalWords } from '../words'

export const loader = guarded({ access: { needs: 'channels.manage' } }, ({ db, ctx, params }) => {
  const { id, name, address } = feedAt(db, ctx, params.calendar)
  return { title: `${ctx.i18n.t('Change the calendar of {name}', { name })} – ${ctx.business.name}`, name, values: { name, address }, back: feedPath(ctx.business.slug, id) }
})

export const action = guardedAction({ access: { needs: 'channels.manage' } }, ({ ctx, form, params }) => {
  const feed = readDatabase((db) => feedAt(db, ctx, params.calendar))
  const read = readForm(form, feedForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const changed = changeFeed(ctx, feed.id, read.value)
  if (changed.ok) return seeOther(feedPath(ctx.business.slug, feed.id), { key: 'channels.changed' })
  const { field, sentence } = feedRefusalWords(ctx.i18n, changed.refusal)
  const result = read.again({ [field]: sentence })
  return field === '' ? conflict({ result }) : invalid({ result })
})

export default function FeedDetails() {
  const i18n = useI18n()
  const { name, values, back } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={name} nav={i18n.t('Back')} />
      <header className="stack tight">
        <h1 dir="auto">{i18n.t('Change the calendar of {name}', { name })}</h1>
        <p>{i18n.t('At another address it is read anew: what stands there takes its nights, and what no longer does is free again.')}</p>
      </header>
      <FeedEditor values={values} lastResult={useActionData<typeof action>()?.result} back={back} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
