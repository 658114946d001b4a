import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button, PostButton } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { countryChoices, zoneChoices } from '../choices.server'
import { storeForm } from '../forms'
import { storeById } from '../queries.server'
import { refusalWords } from '../refusals'
import { changeStore } from '../save-store.server'
import { storeDetails, storeValues } from '../store-input.server'
import { StoreFields } from '../ui/store-fields'

export const loader = guarded({ access: { needs: 'business.manage' } }, ({ db, ctx, params }) => {
  const store = storeById(db, ctx.businessId, params.store ?? '') ?? notFound(refusalWords(ctx.i18n, 'unknown-store'))
  const back = `/dashboard/${ctx.business.slug}/settings/stores`
  return {
    title: `${store.name} – ${ctx.business.name}`,
    back,
    here: `${back}/${store.id}`,
    hours: `/dashboard/${ctx.business.slug}/hours/${store.id}`,
    name: store.name,
    open: store.status === 'open',
    values: storeValues(store),
    countries: countryChoices(ctx.i18n),
    zones: zoneChoices(),
  }
})

export const action = guardedAction({ access: { needs: 'business.manage' } }, ({ ctx, form, params }) => {
  const read = readForm(form, storeForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const answer = changeStore(ctx, params.store ?? '', storeDetails(read.value))
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther(`/dashboard/${ctx.business.slug}/settings/stores`, { key: 'businesses.saved' })
})

export default function StoreSettings() {
  const i18n = useI18n()
  const { back, here, hours, name, open, values, countries, zones } = useLoaderData<typeof loader>()
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
      <TitleLine title={name} kicker={open ? undefined : <Badge tone="done">{i18n.t('Closed')}</Badge>}>
        <Actions small>
          <Button variant="quiet" icon="clock" href={hours}>
            {i18n.t('Hours')}
          </Button>
          {open ? (
            <Button variant="plain" href={`${here}/closure`}>
              {i18n.t('Close this store…')}
            </Button>
          ) : (
            <PostButton action={`${here}/opening`}>{i18n.t('Open it again')}</PostButton>
          )}
        </Actions>
      </TitleLine>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <StoreFields fields={fields} countries={countries} zones={zones} />
        <Actions>
          <Button>{i18n.t('Save the store')}</Button>
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
