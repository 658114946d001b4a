import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { notFound, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { seasonsOf } from '../rates.server'
import { answerSeason, seasonalProperty, seasonValues } from '../seasons-page.server'
import { SeasonForm, useSeasonForm } from '../ui/season-form'

export const loader = guarded({ access: { needs: 'real-estate.manage' } }, ({ db, ctx, params, url }) => {
  const { listing } = seasonalProperty(db, ctx, params.property)
  const season = seasonsOf(db, listing.id).find(({ id }) => id === params.season) ?? notFound(ctx.i18n.t('There is no such season here.'))
  return {
    title: `${season.name} – ${listing.title}`,
    name: season.name,
    property: listing.title,
    back: `/dashboard/${ctx.business.slug}/real-estate/properties/${listing.id}/seasons?year=${season.firstNight.slice(0, 4)}`,
    path: url.pathname,
    currency: ctx.business.currency,
    values: seasonValues(ctx, season),
  }
})

export const action = guardedAction({ access: { needs: 'real-estate.manage' } }, ({ ctx, form, params }) => {
  const { listing } = read((db) => seasonalProperty(db, ctx, params.property))
  const answer = answerSeason(ctx, form, listing.id, params.season ?? '')
  if ('again' in answer) return answer.status === 404 ? notFound(ctx.i18n.t('There is no such season here.')) : data({ result: answer.again }, { status: answer.status })
  const { name, firstNight } = answer.saved
  return seeOther(`/dashboard/${ctx.business.slug}/real-estate/properties/${listing.id}/seasons?year=${firstNight.slice(0, 4)}`, { key: 'real-estate.season-saved', params: { name } })
})

export default function EditSeason() {
  const i18n = useI18n()
  const { name, property, back, path, currency, values } = useLoaderData<typeof loader>()
  const season = useSeasonForm(values, useActionData<typeof action>()?.result)
  return (
    <div className="stack loose">
      <ErrorSummary form={season[0]} />
      <Breadcrumb href={back} label={i18n.t('Seasons')} nav={i18n.t('Back')} />
      <TitleLine title={name} kicker={property} />
      <SeasonForm season={season} currency={currency} action={path} save={i18n.t('Save the season')}>
        <Button variant="plain" href={`${path}/removal`}>
          {i18n.t('Remove the season')}
        </Button>
      </SeasonForm>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
