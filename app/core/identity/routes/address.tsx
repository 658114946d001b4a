import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { addressById, changeAddress } from '../addresses.server'
import { addressForm, type AddressInput } from '../forms'
import { AddressFieldsOf } from '../ui/address-fields'
import { FormPage } from '../ui/form-page'

export const loader = guarded({ access: 'account' }, ({ db, ctx, params }) => {
  const address = addressById(db, ctx.account.id, params.address ?? '') ?? notFound(ctx.i18n.t('You have no such address.'))
  return { title: ctx.i18n.t('Change an address'), address }
})

export const action = guardedAction({ access: 'account' }, ({ ctx, form, params }) => {
  const read = readForm(form, addressForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const { line2 = null, region = null, ...fields } = read.value
  const answer = changeAddress(ctx, params.address ?? '', { ...fields, line2, region })
  if (!answer.ok) notFound(ctx.i18n.t('You have no such address.'))
  return seeOther('/account/addresses', { key: 'identity.address-changed' })
})

export default function ChangeAddress() {
  const i18n = useI18n()
  const { title, address } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<AddressInput>({
    id: 'address',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { ...address, line2: address.line2 ?? '', region: address.region ?? '' },
    defaultNoValidate: false,
    constraint: getZodConstraint(addressForm(i18n)),
  })
  return (
    <FormPage form={form} title={title}>
      <AddressFieldsOf fields={fields} />
      <Actions>
        <Button>{i18n.t('Save the address')}</Button>
        <Button href="/account/addresses" variant="plain">
          {i18n.t('Back')}
        </Button>
      </Actions>
    </FormPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
