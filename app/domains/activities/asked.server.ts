import { redirect } from '@remix-run/node'
import { enabledDomains } from '~/core/businesses/index.server'
import type { Session } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { Choice } from './choice'
import type { People } from './model/price'
import { activityBySlug, type Activity } from './queries.server'
import { countName } from './ui/hrefs'

/** The activity of a public page. Throws 404 with a way out, 301 where it has another slug now. */
export function offeredActivity(db: Db, ctx: BusinessCtx, slug: string, url: URL): Activity {
  const found = enabledDomains(db, ctx.businessId).includes('activities') ? activityBySlug(db, ctx.businessId, slug) : null
  if (found && 'movedTo' in found) throw redirect(url.pathname.replace(`/activities/${slug}`, `/activities/${found.movedTo}`) + url.search, 301)
  return found?.listing.status === 'active' ? found : notFound(ctx.i18n.t('{business} does not offer this at the moment.', { business: ctx.business.name }), {
    href: `/b/${ctx.business.slug}`,
    label: ctx.i18n.t('See what {business} offers', { business: ctx.business.name }),
  })
}

/** How many of each kind of person an address or a form asks for; what is no number is nobody. */
export function peopleIn({ kinds }: Pick<Activity, 'kinds'>, value: (name: string) => unknown): People {
  return Object.fromEntries(kinds.map(({ id }) => [id, countIn(value(countName(id)))]))
}

/** What the address of the form says. */
export function choiceIn(activity: Activity, session: Session, query: URLSearchParams): Choice {
  return { session: session.id, people: peopleIn(activity, (name) => query.get(name)), private: query.get('private') === 'yes' }
}

function countIn(text: unknown): number {
  const count = Number(text ?? 0)
  return Number.isInteger(count) && count > 0 ? Math.min(count, 500) : 0
}
