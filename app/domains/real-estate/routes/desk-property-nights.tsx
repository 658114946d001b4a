import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { BusinessCtx } from '~/kernel/ctx'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { read, type Db } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb, Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { PlainList } from '~/ui/plain-list'
import { askedStay } from '../asked-stay'
import { isLet, type LetProperty } from '../availability.server'
import { answerNights, nightsPage } from '../nights-page.server'
import { propertyById } from '../queries.server'
import { DeskNights } from '../ui/desk-nights'
import { NightsForm } from '../ui/nights-form'

export const loader = guarded({ access: { needs: 'real-estate.manage' } }, ({ db, ctx, params, query, url }) => {
  const property = theProperty(db, ctx, params.property)
  return {
    title: `${ctx.i18n.t('Nights and prices')} – ${property.listing.title}`,
    name: property.listing.title,
    back: `/dashboard/${ctx.business.slug}/real-estate/properties/${property.listing.id}`,
    path: url.pathname,
    currency: ctx.business.currency,
    first: query.get('night') ?? '',
    page: nightsPage(db, ctx, property, askedStay(query).month, 4),
  }
})

export const action = guardedAction({ access: { needs: 'real-estate.manage' } }, ({ ctx, form, params }) => {
  const { listing } = read((db) => theProperty(db, ctx, params.property))
  const answer = answerNights(ctx, form, listing.id)
  if ('again' in answer) return invalid({ result: answer.again })
  return seeOther(`/dashboard/${ctx.business.slug}/real-estate/properties/${listing.id}/nights`, { key: `real-estate.nights-${answer.done}` })
})

function theProperty(db: Db, ctx: BusinessCtx, id = ''): LetProperty {
  const property = propertyById(db, ctx.businessId, id)
  return isLet(property) ? property : notFound(ctx.i18n.t('There is no such property here.'))
}

export default function PropertyNights() {
  const i18n = useI18n()
  const { name, back, path, currency, first, page } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose">
      <Breadcrumb href={back} label={<span dir="auto">{name}</span>} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Nights and prices')} />
      <NightsForm first={first} currency={currency} lastResult={useActionData<typeof action>()?.result} />
      <DeskNights page={page} path={path} />
      {page.blocks.length > 0 && (
        <Section id="blocked" title={i18n.t('Blocked')}>
          <PlainList flush fine items={page.blocks.map(({ key, nights, reason }) => ({ key, content: `${nights}: ${reason}` }))} />
        </Section>
      )}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
