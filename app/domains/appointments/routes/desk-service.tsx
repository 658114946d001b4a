import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ListingHead, PicturesButton, PublicPageButton, StatusButtons } from '~/core/listings/index'
import { listingPage, movesFrom, showAgain } from '~/core/listings/index.server'
import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { detailsOf } from '../arrange-services.server'
import { answerEditor, editorChoices, editorValues } from '../editor.server'
import { serviceById } from '../queries.server'
import { ServiceBadge } from '../ui/service-badge'
import { editorId, ServiceEditor } from '../ui/service-editor'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx, params }) => {
  const service = serviceById(db, ctx.businessId, params.service ?? '') ?? notFound(ctx.i18n.t('There is no such service here.'))
  const details = detailsOf(db, ctx, service)
  const back = `/dashboard/${ctx.business.slug}/appointments/services`
  return {
    ...listingPage(ctx, service.listing, back),
    moves: movesFrom(service.listing.status),
    hasSeats: service.seatsResourceId !== null,
    values: editorValues(ctx, details),
    choices: editorChoices(db, ctx, details),
  }
})

export const action = guardedAction({ access: { needs: 'appointments.manage' } }, ({ ctx, form, params }) => {
  const answer = answerEditor(ctx, form, params.service ?? '')
  if ('again' in answer) return showAgain(answer)
  const services = `/dashboard/${ctx.business.slug}/appointments/services`
  return seeOther(`${services}/${answer.saved.listing.id}`, { key: 'appointments.service-saved' })
})

export default function Service() {
  const i18n = useI18n()
  const { name, back, status, savedAt, values, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose">
      <ListingHead domain="appointments" trade={i18n.t('Appointments')} back={back} backTo={i18n.t('Services')} name={name} badge={<ServiceBadge status={status} />} savedAt={savedAt}>
        <ServiceActs />
      </ListingHead>
      <ServiceEditor values={values} choices={choices} answer={answer} save={i18n.t('Save the service')} back={back} />
    </div>
  )
}

function ServiceActs() {
  const i18n = useI18n()
  const { here, moves, shown, hasSeats, pictures } = useLoaderData<typeof loader>()
  return (
    <Actions small>
      <Button variant="quiet" form={editorId}>
        {i18n.t('Save the service')}
      </Button>
      <PublicPageButton href={shown}>{i18n.t('See it as customers do')}</PublicPageButton>
      <PicturesButton href={pictures} />
      {hasSeats && (
        <Button variant="quiet" icon="calendar" href={`${here}/capacity`}>
          {i18n.t('Other places on some days')}
        </Button>
      )}
      <PostButton action={`${here}/copy`}>{i18n.t('Duplicate')}</PostButton>
      <StatusButtons here={here} moves={moves} />
    </Actions>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
