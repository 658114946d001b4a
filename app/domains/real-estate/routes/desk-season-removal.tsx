import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDay } from '~/kernel/format'
import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { pageTitle } from '~/ui/page-title'
import { removeSeason } from '../change-seasons.server'
import { seasonsOf } from '../rates.server'
import { seasonalProperty } from '../seasons-page.server'

export const loader = guarded({ access: { needs: 'real-estate.manage' } }, ({ db, ctx, params }) => {
  const { listing } = seasonalProperty(db, ctx, params.property)
  const { id, name, firstNight, lastNight } = seasonsOf(db, listing.id).find((season) => season.id === params.season) ?? notFound(ctx.i18n.t('There is no such season here.'))
  return { title: ctx.i18n.t('Remove {name}?', { name }), name, firstNight, lastNight, property: listing.title, back: `/dashboard/${ctx.business.slug}/real-estate/properties/${listing.id}/seasons/${id}` }
})

export const action = guardedAction({ access: { needs: 'real-estate.manage' } }, ({ ctx, params }) => {
  const removed = removeSeason(ctx, params.property ?? '', params.season ?? '')
  if (!removed.ok) return notFound(ctx.i18n.t('There is no such season here.'))
  const { name, firstNight } = removed.value
  return seeOther(`/dashboard/${ctx.business.slug}/real-estate/properties/${params.property}/seasons?year=${firstNight.slice(0, 4)}`, { key: 'real-estate.season-removed', params: { name } })
})

export default function SeasonRemoval() {
  const i18n = useI18n()
  const { title, name, firstNight, lastNight, property, back } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      back={{ href: back, label: name, nav: i18n.t('Back') }}
      kicker={property}
      title={title}
      consequence={
        <p>
          {i18n.t('From {from} to {to} nights cost what they usually do, and stays may be as short as usual. What is booked keeps its price.', {
            from: formatDay(i18n.locale, firstNight),
            to: formatDay(i18n.locale, lastNight),
          })}
        </p>
      }
    >
      <form method="post" id="removal">
        <Actions>
          <Button variant="danger">{i18n.t('Remove the season')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Keep it')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
