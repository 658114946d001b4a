import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { When } from '~/ui/when'
import { entryPath } from '../entries.server'
import { entryPage, entryToShow } from '../entry-page.server'
import { leaveLine } from '../leave-line.server'

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query }) => entryPage(db, ctx, entryToShow(db, ctx, params.entry, query.get('token'))))

export const action = guardedAction({ access: 'business' }, ({ ctx, params, query }) => {
  const entry = read((db) => entryToShow(db, ctx, params.entry, query.get('token')))
  const back = entryPath(ctx.business.slug, entry)
  const ended = leaveLine(ctx, entry.id)
  if (!ended.ok) notFound(ctx.i18n.t('You are not on this waiting list any more.'), { href: back, label: ctx.i18n.t('Back') })
  return seeOther(back, { key: 'waiting-list.left' })
})

export default function Leaving() {
  const i18n = useI18n()
  const { session, shown, here, leaving } = useLoaderData<typeof loader>()
  const offered = shown === 'offered'
  return (
    <ConfirmPage
      back={{ href: here, label: i18n.t('Waiting list'), nav: i18n.t('Back') }}
      title={offered ? i18n.t('Decline these places?') : i18n.t('Leave the waiting list?')}
      tone="wait"
      about={
        <>
          <span dir="auto">{session.title}</span>, <When start={session.startsAt} end={session.endsAt} zone={session.timeZone} />
        </>
      }
      consequence={<p>{offered ? i18n.t('They go to the next at once. If you change your mind, you join at the end of the line.') : i18n.t('We no longer ask you. If you change your mind, you join at the end of the line.')}</p>}
    >
      <form id="leave" method="post" action={leaving}>
        <Actions>
          <Button variant="danger">{offered ? i18n.t('Decline') : i18n.t('Leave the waiting list')}</Button>
          <Button href={here} variant="plain">
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${page.title} – ${page.business.name}` : 'Guildhall' }, { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
