import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { channelsPath } from '~/core/channels/index.server'
import { ListingHead, PicturesButton, PublicPageButton, StatusButtons } from '~/core/listings/index'
import { listingPage, movesFrom, showAgain } from '~/core/listings/index.server'
import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { detailsOf } from '../arrange-properties.server'
import { answerEditor, editorChoices, editorValues } from '../property-editor.server'
import { propertyById } from '../queries.server'
import { PropertyBadge } from '../ui/property-badge'
import { editorId, PropertyEditor } from '../ui/property-editor'

export const loader = guarded({ access: { needs: 'real-estate.manage' } }, ({ db, ctx, params }) => {
  const property = propertyById(db, ctx.businessId, params.property ?? '') ?? notFound(ctx.i18n.t('There is no such property here.'))
  const details = detailsOf(db, ctx, property)
  const { id, status } = property.listing
  const back = `/dashboard/${ctx.business.slug}/real-estate/properties`
  const nightly = property.tenure === 'nightly'
  return {
    ...listingPage(ctx, property.listing, back),
    // What is let by the night is published once its nights have a price.
    moves: movesFrom(status).filter((move) => move !== 'active' || !nightly || property.stay !== null),
    rates: nightly ? `${back}/${id}/rates` : null,
    seasons: nightly && property.stay ? `${back}/${id}/seasons` : null,
    nights: nightly && property.stay ? `${back}/${id}/nights` : null,
    channels: nightly && ctx.member.may('channels.manage') ? channelsPath(ctx.business.slug, id) : null,
    part: nightly && property.wholeId === null ? `${back}/new?whole=${id}` : null,
    values: editorValues(ctx, details),
    choices: editorChoices(db, ctx, details, id),
  }
})

export const action = guardedAction({ access: { needs: 'real-estate.manage' } }, ({ ctx, form, params }) => {
  const answer = answerEditor(ctx, form, params.property ?? '')
  if ('again' in answer) return showAgain(answer)
  return seeOther(`/dashboard/${ctx.business.slug}/real-estate/properties/${answer.saved.listing.id}`, { key: 'real-estate.property-saved' })
})

export default function DeskProperty() {
  const i18n = useI18n()
  const { name, back, status, savedAt, values, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose">
      <ListingHead domain="real-estate" trade={i18n.t('Real estate')} back={back} backTo={i18n.t('Properties')} name={name} badge={<PropertyBadge status={status} />} savedAt={savedAt}>
        <PropertyActs />
      </ListingHead>
      <PropertyEditor values={values} choices={choices} answer={answer} save={i18n.t('Save the property')} back={back} />
    </div>
  )
}

function PropertyActs() {
  const i18n = useI18n()
  const { here, moves, shown, rates, seasons, nights, channels, part, pictures } = useLoaderData<typeof loader>()
  return (
    <Actions small>
      <Button variant="quiet" form={editorId}>
        {i18n.t('Save the property')}
      </Button>
      {rates && (
        <Button variant="quiet" icon="money" href={rates}>
          {i18n.t('Rates and rules')}
        </Button>
      )}
      {seasons && (
        <Button variant="quiet" icon="sun" href={seasons}>
          {i18n.t('Seasons')}
        </Button>
      )}
      {nights && (
        <Button variant="quiet" icon="calendar" href={nights}>
          {i18n.t('Nights and prices')}
        </Button>
      )}
      {channels && (
        <Button variant="quiet" icon="globe" href={channels}>
          {i18n.t('Other channels')}
        </Button>
      )}
      <PublicPageButton href={shown}>{i18n.t('See it as guests do')}</PublicPageButton>
      <PicturesButton href={pictures} />
      {part && (
        <Button variant="quiet" icon="plus" href={part}>
          {i18n.t('Add a part of it')}
        </Button>
      )}
      <PostButton action={`${here}/copy`}>{i18n.t('Duplicate')}</PostButton>
      <StatusButtons here={here} moves={moves} />
    </Actions>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
