import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { movesFrom } from '~/core/listings/index.server'
import { DateList } from '~/core/sessions/index'
import { shownDates } from '~/core/sessions/index.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Tag } from '~/ui/badge'
import { Actions, Button, PostButton } from '~/ui/button'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { activityHead, deskActivity } from '../desk.server'
import { ActivityBadge } from '../ui/activity-badge'

export const loader = guarded({ access: { needs: 'activities.read' } }, ({ db, ctx, params, query }) => {
  const activity = deskActivity(db, ctx, params.activity)
  const { id, title, slug, status } = activity.listing
  return {
    title: `${title} – ${ctx.business.name}`,
    ...activityHead(db, ctx, activity),
    moves: movesFrom(status),
    pictures: ctx.member.may('pictures.manage') ? `/dashboard/${ctx.business.slug}/pictures/listing/${id}` : null,
    // Customers see nothing else: a draft has no page.
    shown: status === 'active' ? `/b/${ctx.business.slug}/activities/${slug}` : null,
    ...shownDates(db, ctx, id, query),
  }
})

export default function ActivityPage() {
  const i18n = useI18n()
  const { name, status, here, mayManage, dates, past, next } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <Breadcrumb href={here.slice(0, here.lastIndexOf('/'))} label={i18n.t('Activities')} nav={i18n.t('Back')} />
      <header className="title-line">
        <div>
          <p>
            <Tag domain="activities">{i18n.t('Activities')}</Tag>
          </p>
          <div className="row">
            <h1>{name}</h1> <ActivityBadge status={status} />
          </div>
        </div>
        {mayManage && <ActivityActs />}
      </header>
      <DateList
        dates={dates}
        next={next}
        past={past}
        here={here}
        base={`${here.slice(0, here.lastIndexOf('/'))}/dates`}
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
      {shown && (
        <Button variant="quiet" icon="eye" href={shown}>
          {i18n.t('See it as customers do')}
        </Button>
      )}
      <Button variant="quiet" href={`${here}/details`}>
        {i18n.t('Words and terms')}
      </Button>
      {pictures && (
        <Button variant="quiet" icon="image" href={pictures}>
          {i18n.t('Pictures')}
        </Button>
      )}
      <PostButton action={`${here}/copy`}>{i18n.t('Duplicate')}</PostButton>
      {moves.includes('active') && status('active', i18n.t('Publish'))}
      {moves.includes('paused') && status('paused', i18n.t('Pause'))}
      {moves.includes('archived') && status('archived', i18n.t('Archive'))}
    </Actions>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
