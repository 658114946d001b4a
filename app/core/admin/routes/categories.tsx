import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { knownTrades } from '~/core/businesses/index.server'
import { categoryTree, categoryUse, fieldsOf } from '~/core/listings/index.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'

export const loader = guarded({ access: 'admin' }, ({ db, ctx }) => {
  const use = categoryUse(db)
  const trades = new Map(knownTrades().map(({ domain, label }) => [domain as string, label(ctx.i18n)]))
  return {
    title: ctx.i18n.t('Categories'),
    categories: categoryTree(db).map(({ id, path, domain, version, retiredAt }) => ({
      id,
      path,
      trade: trades.get(domain) ?? domain,
      version,
      fields: fieldsOf(db, id, version).length,
      listings: use.get(id)?.listings ?? 0,
      businesses: use.get(id)?.businesses ?? 0,
      retired: retiredAt !== null,
    })),
  }
})

export default function Categories() {
  const i18n = useI18n()
  const { title, categories } = useLoaderData<typeof loader>()
  const add = (
    <Button variant="quiet" icon="plus" href="/admin/categories/new">
      {i18n.t('Add a category')}
    </Button>
  )
  return (
    <>
      <TitleLine title={title} kicker={i18n.t('What businesses and their offers are sorted by')}>
        <Actions small>{add}</Actions>
      </TitleLine>
      {categories.length === 0 ? (
        <EmptyState title={i18n.t('There is no category yet')} actions={add}>
          <p>{i18n.t('A category sorts what businesses offer, and asks for what customers of a trade want to know.')}</p>
        </EmptyState>
      ) : (
        <CategoryTable />
      )}
    </>
  )
}

function CategoryTable() {
  const i18n = useI18n()
  const { categories } = useLoaderData<typeof loader>()
  return (
    <DataTable
      caption={i18n.t('{count, plural, one {# category} other {# categories}}', { count: categories.length })}
      fold
      rows={categories}
      rowKey={({ id }) => id}
      columns={[
        { key: 'path', heading: i18n.t('Category'), names: true, cell: ({ id, path }) => <a href={`/admin/categories/${id}`}>{path}</a> },
        { key: 'trade', heading: i18n.t('Trade'), cell: ({ trade }) => trade },
        { key: 'fields', heading: i18n.t('Fields'), place: 'end', cell: ({ fields }) => fields },
        { key: 'version', heading: i18n.t('Version'), place: 'end', cell: ({ version }) => version },
        { key: 'listings', heading: i18n.t('Listings'), place: 'end', cell: ({ listings }) => listings },
        { key: 'businesses', heading: i18n.t('Businesses'), place: 'end', cell: ({ businesses }) => businesses },
        {
          key: 'state',
          heading: i18n.t('State'),
          place: 'state',
          cell: ({ retired }) => (retired ? <Badge tone="done">{i18n.t('Retired')}</Badge> : <Badge tone="good">{i18n.t('Offered')}</Badge>),
        },
      ]}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
