import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { countryChoices, zoneChoices } from '../choices.server'
import { storeForm } from '../forms'
import { storesOf } from '../queries.server'
import { addStore } from '../save-store.server'
import { newStoreValues, storeDetails } from '../store-input.server'
import { StoreFields } from '../ui/store-fields'

export const loader = guarded({ access: { needs: 'business.manage' } }, ({ db, ctx }) => ({
  title: `${ctx.i18n.t('Add a store')} – ${ctx.business.name}`,
  back: `/dashboard/${ctx.business.slug}/settings/stores`,
  values: newStoreValues(storesOf(db, ctx.businessId)[0]),
  countries: countryChoices(ctx.i18n),
  zones: zoneChoices(),
}))

export const action = guardedAction({ access: { needs: 'business.manage' } }, ({ ctx, form }) => {
  const read = readForm(form, storeForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  addStore(ctx, storeDetails(read.value))
  return seeOther(`/dashboard/${ctx.business.slug}/settings/stores`, { key: 'businesses.store-added', params: { business: ctx.business.slug } })
})

export default function NewStore() {
  const i18n = useI18n()
  const { back, values, countries, zones } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm({
    id: 'store',
    lastResult: answer?.result,
    defaultValue: values,
    constraint: getZodConstraint(storeForm(i18n)),
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Stores')} nav={i18n.t('Back')} />
      <h1>{i18n.t('Add a store')}</h1>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <StoreFields fields={fields} countries={countries} zones={zones} />
        <Actions>
          <Button>{i18n.t('Add the store')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
