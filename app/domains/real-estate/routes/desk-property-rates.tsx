import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import type { BusinessCtx } from '~/kernel/ctx'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { ratesDetailsOf } from '../arrange-properties.server'
import { propertyById, type Property } from '../queries.server'
import { answerRates, blankRates, ratesValues } from '../rates-editor.server'
import { RatesEditor } from '../ui/rates-editor'

export const loader = guarded({ access: { needs: 'real-estate.manage' } }, ({ db, ctx, params }) => {
  const property = nightlyProperty(db, ctx, params.property)
  const rates = ratesDetailsOf(db, property)
  const back = `/dashboard/${ctx.business.slug}/real-estate/properties/${property.listing.id}`
  return {
    title: `${ctx.i18n.t('Rates and rules')} – ${property.listing.title}`,
    name: property.listing.title,
    back,
    seasons: rates && `${back}/seasons`,
    currency: ctx.business.currency,
    values: ratesValues(ctx, rates ?? blankRates, rates === null),
  }
})

export const action = guardedAction({ access: { needs: 'real-estate.manage' } }, ({ ctx, form, params }) => {
  const { listing } = read((db) => nightlyProperty(db, ctx, params.property))
  const answer = answerRates(ctx, form, listing.id)
  if ('again' in answer) return invalid({ result: answer.again })
  const here = `/dashboard/${ctx.business.slug}/real-estate/properties/${listing.id}`
  return seeOther(listing.status === 'draft' ? here : `${here}/rates`, { key: listing.status === 'draft' ? 'real-estate.priced' : 'real-estate.rates-saved' })
})

function nightlyProperty(db: Db, ctx: BusinessCtx, id = ''): Property {
  const property = propertyById(db, ctx.businessId, id)
  return property?.tenure === 'nightly' ? property : notFound(ctx.i18n.t('There is no such property here.'))
}

export default function Rates() {
  const i18n = useI18n()
  const { name, back, seasons, values, currency } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <Breadcrumb href={back} label={<span dir="auto">{name}</span>} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Rates and rules')} />
      <RatesEditor values={values} currency={currency} lastResult={useActionData<typeof action>()?.result} back={back} seasons={seasons} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
