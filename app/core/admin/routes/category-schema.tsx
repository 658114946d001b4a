import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { categoryById, fieldsOf, schemaOf } from '~/core/listings/index.server'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { TextArea } from '~/ui/text-field'
import { answerSchema } from '../category-editor.server'

export const loader = guarded({ access: 'admin' }, ({ db, ctx, params }) => {
  const category =
    categoryById(db, params.category ?? '') ?? notFound(ctx.i18n.t('There is no such category.'), { href: '/admin/categories', label: ctx.i18n.t('Categories') })
  const { id, title, version } = category
  return {
    title: `${ctx.i18n.t('JSON Schema')} – ${title}`,
    name: title,
    back: `/admin/categories/${id}`,
    values: { schema: JSON.stringify(schemaOf(fieldsOf(db, id, version)), null, 2) },
  }
})

export const action = guardedAction({ access: 'admin' }, ({ ctx, form, params }) => {
  const answer = answerSchema(ctx, form, params.category ?? '') ?? notFound(ctx.i18n.t('There is no such category.'))
  if ('again' in answer) return invalid({ result: answer.again })
  return seeOther(`/admin/categories/${answer.saved.id}`, { key: 'admin.category-saved' })
})

export default function CategorySchema() {
  const i18n = useI18n()
  const { name, back, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ schema: string }>({
    id: 'schema',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
    constraint: { schema: { required: true } },
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={name} nav={i18n.t('Back')} />
      <h1>{i18n.t('What it asks, as JSON Schema')}</h1>
      <p>
        {i18n.t(
          'Each property has a title and a type: string, integer, number or boolean. A description is its help. A string may have an enum, or the format date or multiline, or minLength and maxLength; a number may have minimum and maximum. Anything else is refused.',
        )}
      </p>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack">
        <TextArea field={fields.schema} label={i18n.t('JSON Schema')} rows={24} width="long" autoComplete="off" />
        <Actions>
          <Button>{i18n.t('Save the category')}</Button>
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
