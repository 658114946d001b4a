import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { CheckboxGroup, SelectField } from '~/ui/choice-field'
import { EmptyState } from '~/ui/empty-state'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { categoryChoices, categoryIdsOf, setBusinessCategories } from '../business-categories.server'
import { businessCategoriesErrors } from '../category-words'
import { businessCategoriesForm } from '../forms'

export const loader = guarded({ access: { needs: 'business.manage' } }, ({ db, ctx }) => {
  const { main, further } = categoryIdsOf(db, ctx.businessId)
  return {
    title: `${ctx.i18n.t('Categories')} – ${ctx.business.name}`,
    back: `/dashboard/${ctx.business.slug}/settings`,
    values: { main: main ?? '', further: [...further] },
    choices: categoryChoices(db, ctx).map(({ id, path }) => ({ value: id, label: path })),
  }
})

export const action = guardedAction({ access: { needs: 'business.manage' } }, ({ ctx, form }) => {
  const read = readForm(form, businessCategoriesForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const set = setBusinessCategories(ctx, read.value)
  if (!set.ok) return invalid({ result: read.again(businessCategoriesErrors(ctx.i18n, set.refusal)) })
  return seeOther(`/dashboard/${ctx.business.slug}/settings/categories`, { key: 'listings.categories-saved' })
})

export default function Categories() {
  const i18n = useI18n()
  const { back, choices } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Settings')} nav={i18n.t('Back')} />
      <h1>{i18n.t('Categories')}</h1>
      {choices.length === 0 ? (
        <EmptyState title={i18n.t('There is no category for your trades yet')} actions={<Button href={back}>{i18n.t('Back to the settings')}</Button>}>
          <p>{i18n.t('Customers find you by your name, your words and your town until there is one.')}</p>
        </EmptyState>
      ) : (
        <CategoriesForm />
      )}
    </div>
  )
}

function CategoriesForm() {
  const i18n = useI18n()
  const { back, values, choices } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ main: string; further: string[] }>({
    id: 'categories',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
    defaultNoValidate: false,
  })
  return (
    <>
      <p>{i18n.t('Customers who search by category find you under these.')}</p>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <SelectField
          field={fields.main}
          label={i18n.t('Main category')}
          hint={i18n.t('What your business is, first of all. It stands on your page.')}
          options={choices}
          blank={i18n.t('None')}
          autoComplete="off"
        />
        <CheckboxGroup field={fields.further} label={i18n.t('Further categories')} choices={choices} />
        <Actions>
          <Button>{i18n.t('Save the categories')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
