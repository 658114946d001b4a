import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb, Section, Spread, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { answerSeason, seasonalProperty, seasonsYear } from '../seasons-page.server'
import { SeasonForm, useSeasonForm } from '../ui/season-form'
import { SeasonTable, SeasonYear } from '../ui/season-year'

export const loader = guarded({ access: { needs: 'real-estate.manage' } }, ({ db, ctx, params, query, url }) => {
  const property = seasonalProperty(db, ctx, params.property)
  return {
    title: `${ctx.i18n.t('Seasons')} – ${property.listing.title}`,
    name: property.listing.title,
    back: `/dashboard/${ctx.business.slug}/real-estate/properties/${property.listing.id}`,
    path: url.pathname,
    page: seasonsYear(db, ctx, property, query.get('year')),
  }
})

export const action = guardedAction({ access: { needs: 'real-estate.manage' } }, ({ ctx, form, params, url }) => {
  const { listing } = read((db) => seasonalProperty(db, ctx, params.property))
  const answer = answerSeason(ctx, form, listing.id, null)
  if ('again' in answer) return data({ result: answer.again }, { status: answer.status })
  return seeOther(`${url.pathname}?year=${answer.saved.firstNight.slice(0, 4)}`, { key: 'real-estate.season-saved', params: { name: answer.saved.name } })
})

export default function Seasons() {
  const i18n = useI18n()
  const { name, back, path, page } = useLoaderData<typeof loader>()
  const season = useSeasonForm({}, useActionData<typeof action>()?.result)
  return (
    <div className="stack loose">
      <ErrorSummary form={season[0]} />
      <Breadcrumb href={back} label={name} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Seasons')}>
        <Actions small>
          <Button variant="quiet" href={`${path}/copies?year=${page.year}`}>
            {i18n.t('Copy seasons')}
          </Button>
        </Actions>
      </TitleLine>
      <Spread
        label={i18n.t('Add a season')}
        width="wide"
        aside={
          <Section id="add" title={i18n.t('Add a season')}>
            <SeasonForm season={season} currency={page.currency} action={`${path}?year=${page.year}`} save={i18n.t('Add the season')} />
          </Section>
        }
      >
        <SeasonTable page={page} path={path} />
      </Spread>
      <SeasonYear page={page} path={path} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => pageTitle(shown?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
