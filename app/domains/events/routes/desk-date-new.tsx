import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NewDates } from '~/core/sessions/index'
import { answerDates, newDates } from '~/core/sessions/index.server'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { addDates } from '../add-dates.server'
import { deskEvent, eventHead, eventHref } from '../desk.server'
import { dateWords } from '../ui/date-words'

export const loader = guarded({ access: { needs: 'events.manage' } }, ({ db, ctx, params }) => {
  const event = deskEvent(db, ctx, params.event)
  return {
    title: `${ctx.i18n.t('Add dates')} – ${event.listing.title}`,
    ...eventHead(db, ctx, event),
    form: newDates(db, ctx, event.stores, { time: '19:30', durationMinutes: 120, capacity: null }),
  }
})

export const action = guardedAction({ access: { needs: 'events.manage' } }, ({ ctx, form, params }) => {
  const event = read((db) => deskEvent(db, ctx, params.event))
  const answer = answerDates(ctx, form, { listingId: event.listing.id, stores: event.stores }, ({ draft, rule, ...more }) => addDates(ctx, draft, rule, more))
  return 'added' in answer ? seeOther(eventHref(ctx, event), { key: 'events.dates-added', params: { count: String(answer.added) } }) : answer
})

export default function NewEventDates() {
  const i18n = useI18n()
  const { name, here, form } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <NewDates name={name} here={here} {...form} {...dateWords(i18n)} answer={answer} />
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
