import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { deskEvent, deskQuota, eventHead } from '../desk.server'
import { answerQuota } from '../quota-editor.server'
import { QuotaEditor } from '../ui/quota-editor'

export const loader = guarded({ access: { needs: 'events.manage' } }, ({ db, ctx, params }) => {
  const event = deskEvent(db, ctx, params.event)
  const quota = deskQuota(db, ctx, event, params.quota)
  return {
    title: `${quota.name} – ${event.listing.title}`,
    ...eventHead(db, ctx, event),
    values: { name: quota.name, capacity: quota.capacity === null ? '' : String(quota.capacity) },
  }
})

export const action = guardedAction({ access: { needs: 'events.manage' } }, ({ ctx, form, params }) => {
  const answer = answerQuota(ctx, form, params.event ?? '', params.quota ?? '')
  return answer ?? seeOther(`/dashboard/${ctx.business.slug}/events/${params.event}#quotas`, { key: 'events.quota-saved' })
})

export default function QuotaPage() {
  const i18n = useI18n()
  const { name, here, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose">
      <Breadcrumb href={here} label={name} nav={i18n.t('Back')} />
      <TitleLine title={values.name} />
      <QuotaEditor values={values} lastResult={answer?.result} back={here} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
