import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { movesFrom, showAgain } from '~/core/listings/index.server'
import { formatDateTime } from '~/kernel/format'
import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Tag } from '~/ui/badge'
import { Actions, Button, PostButton } from '~/ui/button'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { detailsOf } from '../arrange-services.server'
import { answerEditor, editorChoices, editorValues } from '../editor.server'
import { serviceById } from '../queries.server'
import { ServiceBadge } from '../ui/service-badge'
import { editorId, ServiceEditor } from '../ui/service-editor'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx, params }) => {
  const service = serviceById(db, ctx.businessId, params.service ?? '') ?? notFound(ctx.i18n.t('There is no such service here.'))
  const details = detailsOf(db, ctx, service)
  const { id, title, slug, status, updatedAt } = service.listing
  const back = `/dashboard/${ctx.business.slug}/appointments/services`
  return {
    title: `${title} – ${ctx.business.name}`,
    name: title,
    status,
    moves: movesFrom(status),
    back,
    here: `${back}/${id}`,
    pictures: ctx.member.may('pictures.manage') ? `/dashboard/${ctx.business.slug}/pictures/listing/${id}` : null,
    // Customers see nothing else: a draft has no page.
    shown: status === 'active' ? `/b/${ctx.business.slug}/appointments/${slug}` : null,
    hasSeats: service.seatsResourceId !== null,
    savedAt: formatDateTime(ctx.i18n.locale, ctx.business.timeZone, updatedAt),
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
      <Breadcrumb href={back} label={i18n.t('Services')} nav={i18n.t('Back')} />
      <header className="title-line">
        <div>
          <p>
            <Tag domain="appointments">{i18n.t('Appointments')}</Tag>
          </p>
          <div className="row">
            <h1>{name}</h1> <ServiceBadge status={status} />
          </div>
          <p className="soft fine">{i18n.t('Last saved {when}', { when: savedAt })}</p>
        </div>
        <ServiceActs />
      </header>
      <ServiceEditor values={values} choices={choices} answer={answer} save={i18n.t('Save the service')} back={back} />
    </div>
  )
}

function ServiceActs() {
  const i18n = useI18n()
  const { here, moves, shown, hasSeats, pictures } = useLoaderData<typeof loader>()
  const words = { active: i18n.t('Publish'), paused: i18n.t('Pause'), archived: i18n.t('Archive') }
  return (
    <Actions small>
      <Button variant="quiet" form={editorId}>
        {i18n.t('Save the service')}
      </Button>
      {shown && (
        <Button variant="quiet" icon="eye" href={shown}>
          {i18n.t('See it as customers do')}
        </Button>
      )}
      {pictures && (
        <Button variant="quiet" icon="image" href={pictures}>
          {i18n.t('Pictures')}
        </Button>
      )}
      {hasSeats && (
        <Button variant="quiet" icon="calendar" href={`${here}/capacity`}>
          {i18n.t('Other places on some days')}
        </Button>
      )}
      <PostButton action={`${here}/copy`}>{i18n.t('Duplicate')}</PostButton>
      {moves.map(
        (status) =>
          status !== 'draft' && (
            <PostButton key={status} action={`${here}/status`} fields={{ status }} variant={status === 'archived' ? 'plain' : 'quiet'}>
              {words[status]}
            </PostButton>
          ),
      )}
    </Actions>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
