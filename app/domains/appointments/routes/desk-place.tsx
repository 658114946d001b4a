import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changePlace, placeById } from '~/core/allocation/index.server'
import { storesOf } from '~/core/businesses/index.server'
import { conflict, invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button, PostButton } from '~/ui/button'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { placeErrors } from '../refusal-words'
import { placeForm } from '../service-form'
import { PlaceEditor } from '../ui/place-fields'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx, params }) => {
  const place = placeById(db, ctx.businessId, params.place ?? '') ?? notFound(ctx.i18n.t('There is no such room or chair here.'))
  const base = `/dashboard/${ctx.business.slug}`
  return {
    title: `${place.name} – ${ctx.business.name}`,
    name: place.name,
    active: place.active,
    back: `${base}/places`,
    here: `${base}/places/${place.id}`,
    hours: `${base}/hours/${place.id}`,
    stores: storesOf(db, ctx.businessId).map(({ id, name }) => ({ value: id, label: name })),
    values: { name: place.name, storeId: place.storeId ?? '', capacity: String(place.capacity ?? 1) },
  }
})

export const action = guardedAction({ access: { needs: 'appointments.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, placeForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const changed = changePlace(ctx, params.place ?? '', read.value)
  if (changed.ok) return seeOther(`/dashboard/${ctx.business.slug}/places`, { key: 'appointments.place-saved' })
  if (changed.refusal.kind === 'unknown-place') return notFound(ctx.i18n.t('There is no such room or chair here.'))
  const answer = { result: read.again(placeErrors(ctx.i18n, changed.refusal)) }
  return changed.refusal.kind === 'taken' ? conflict(answer) : invalid(answer)
})

export default function Place() {
  const i18n = useI18n()
  const { name, active, back, here, hours, stores, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Rooms and chairs')} nav={i18n.t('Back')} />
      <TitleLine title={name} kicker={active ? undefined : <Badge tone="done">{i18n.t('Not booked any more')}</Badge>}>
        <Actions small>
          <Button variant="quiet" icon="clock" href={hours}>
            {i18n.t('Hours')}
          </Button>
          <PostButton action={`${here}/availability`} fields={{ active: active ? 'no' : 'yes' }} variant="plain">
            {active ? i18n.t('Take no more bookings') : i18n.t('Take bookings again')}
          </PostButton>
        </Actions>
      </TitleLine>
      <PlaceEditor values={values} stores={stores} lastResult={answer?.result} save={i18n.t('Save')} back={back} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
