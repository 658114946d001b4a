import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { pageTitle } from '~/ui/page-title'
import { addAddress } from '../addresses.server'
import { addressForm, type AddressInput } from '../forms'
import { AddressFieldsOf } from '../ui/address-fields'
import { FormPage } from '../ui/form-page'

export const loader = guarded({ access: 'account' }, ({ ctx }) => ({ title: ctx.i18n.t('Add an address'), name: ctx.account.name }))

export const action = guardedAction({ access: 'account' }, ({ ctx, form }) => {
  const read = readForm(form, addressForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const { line2 = null, region = null, ...fields } = read.value
  const answer = addAddress(ctx, { ...fields, line2, region })
  if (answer.ok) return seeOther('/account/addresses', { key: 'identity.address-added' })
  const { most } = answer.refusal
  return conflict({ result: read.again({ '': ctx.i18n.t('An account keeps {most} addresses at most. Remove one that you no longer use first.', { most }) }) })
})

export default function NewAddress() {
  const i18n = useI18n()
  const { title, name } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<AddressInput>({
    id: 'address',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { kind: 'billing', name },
    defaultNoValidate: false,
    constraint: getZodConstraint(addressForm(i18n)),
  })
  return (
    <FormPage form={form} title={title}>
      <AddressFieldsOf fields={fields} />
      <Actions>
        <Button>{i18n.t('Add the address')}</Button>
        <Button href="/account/addresses" variant="plain">
          {i18n.t('Back')}
        </Button>
      </Actions>
    </FormPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
