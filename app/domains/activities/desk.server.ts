import { dateHead, nextDate, sessionById, type Session } from '~/core/sessions/index.server'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { activitiesOf, activityById, type Activity } from './queries.server'

/** The activity of a desk's page. Throws 404 where there is none. */
export function deskActivity(db: Db, ctx: MemberCtx, id: string | undefined): Activity {
  return activityById(db, ctx.businessId, id ?? '') ?? notFound(ctx.i18n.t('There is no such activity here.'))
}

/** The date of a desk's page with its activity. Throws 404 where it is none of ours. */
export function deskDate(db: Db, ctx: MemberCtx, id: string | undefined): { readonly session: Session; readonly activity: Activity } {
  const session = sessionById(db, ctx.businessId, id ?? '')
  const activity = session && activityById(db, ctx.businessId, session.listingId)
  return session && activity ? { session, activity } : notFound(ctx.i18n.t('There is no such date here.'))
}

/** Where the desk's pages of an activity are. */
export function activityHref(ctx: MemberCtx, { listing }: Pick<Activity, 'listing'>): string {
  return `/dashboard/${ctx.business.slug}/activities/${listing.id}`
}

/** What an activity's pages have above them. */
export function activityHead(_db: Db, ctx: MemberCtx, activity: Activity) {
  return { name: activity.listing.title, here: activityHref(ctx, activity), status: activity.listing.status, mayManage: ctx.member.may('activities.manage') }
}

/** What the pages of one date have above them. */
export function headOfDate(ctx: MemberCtx, { session, activity }: ReturnType<typeof deskDate>) {
  return dateHead(ctx, session, { name: activity.listing.title, back: dateHref(ctx, session.id) })
}

/** Where the page of a date is. */
export function dateHref(ctx: MemberCtx, sessionId: string): string {
  return `/dashboard/${ctx.business.slug}/activities/dates/${sessionId}`
}

/** Every activity of a business as the list shows it. */
export function listedActivities(db: Db, ctx: MemberCtx) {
  return activitiesOf(db, ctx.businessId, ['active', 'draft', 'paused', 'archived']).map(({ listing }) => {
    return {
      id: listing.id,
      title: listing.title,
      section: listing.section,
      status: listing.status,
      priceMinor: listing.priceMinor,
      next: nextDate(db, ctx, listing.id),
    }
  })
}
