import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addPlace } from '~/core/allocation/index.server'
import { storesOf } from '~/core/businesses/index.server'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { placeErrors } from '../refusal-words'
import { placeForm } from '../service-form'
import { PlaceEditor } from '../ui/place-fields'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx }) => {
  const stores = storesOf(db, ctx.businessId).map(({ id, name }) => ({ value: id, label: name }))
  return {
    title: `${ctx.i18n.t('Add a room or a chair')} – ${ctx.business.name}`,
    back: `/dashboard/${ctx.business.slug}/places`,
    stores,
    values: { name: '', storeId: stores.length === 1 ? (stores[0]?.value ?? '') : '', capacity: '1' },
  }
})

export const action = guardedAction({ access: { needs: 'appointments.manage' } }, ({ ctx, form }) => {
  const read = readForm(form, placeForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const added = addPlace(ctx, read.value)
  if (!added.ok) return invalid({ result: read.again(placeErrors(ctx.i18n, added.refusal)) })
  return seeOther(`/dashboard/${ctx.business.slug}/places`, { key: 'appointments.place-added' })
})

export default function NewPlace() {
  const i18n = useI18n()
  const { back, stores, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Rooms and chairs')} nav={i18n.t('Back')} />
      <h1>{i18n.t('Add a room or a chair')}</h1>
      <PlaceEditor values={values} stores={stores} lastResult={answer?.result} save={i18n.t('Add it')} back={back} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
