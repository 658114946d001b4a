import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ListingHead, PicturesButton, PublicPageButton } from '~/core/listings/index'
import { listingPage, movesFrom } from '~/core/listings/index.server'
import { DateList } from '~/core/sessions/index'
import { shownDates } from '~/core/sessions/index.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { deskActivity } from '../desk.server'
import { ActivityBadge } from '../ui/activity-badge'

export const loader = guarded({ access: { needs: 'activities.read' } }, ({ db, ctx, params, query }) => {
  const activity = deskActivity(db, ctx, params.activity)
  const { id, status } = activity.listing
  return {
    ...listingPage(ctx, activity.listing, `/dashboard/${ctx.business.slug}/activities`),
    mayManage: ctx.member.may('activities.manage'),
    moves: movesFrom(status),
    ...shownDates(db, ctx, id, query),
  }
})

export default function ActivityPage() {
  const i18n = useI18n()
  const { name, status, back, here, mayManage, dates, past, next } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <ListingHead domain="activities" trade={i18n.t('Activities')} back={back} backTo={i18n.t('Activities')} name={name} badge={<ActivityBadge status={status} />}>
        {mayManage && <ActivityActs />}
      </ListingHead>
      <DateList
        dates={dates}
        next={next}
        past={past}
        here={here}
        base={`${back}/dates`}
        empty={i18n.t('Add one date, or many by a rule. Each has its own places, price and guide.')}
        taken={i18n.t('Booked and held')}
        mayManage={mayManage && status !== 'archived'}
      />
    </div>
  )
}

function ActivityActs() {
  const i18n = useI18n()
  const { here, moves, shown, pictures } = useLoaderData<typeof loader>()
  const status = (to: string, label: string) => (
    <PostButton action={`${here}/status`} fields={{ status: to }}>
      {label}
    </PostButton>
  )
  return (
    <Actions small>
      <PublicPageButton href={shown}>{i18n.t('See it as customers do')}</PublicPageButton>
      <Button variant="quiet" href={`${here}/details`}>
        {i18n.t('Words and terms')}
      </Button>
      <PicturesButton href={pictures} />
      <PostButton action={`${here}/copy`}>{i18n.t('Duplicate')}</PostButton>
      {moves.includes('active') && status('active', i18n.t('Publish'))}
      {moves.includes('paused') && status('paused', i18n.t('Pause'))}
      {moves.includes('archived') && status('archived', i18n.t('Archive'))}
    </Actions>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
