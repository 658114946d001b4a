import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

const theCategory = (town: ExampleTown, slug: string) => town.one('SELECT id FROM categories WHERE slug = ?', slug)

export default {
  'GET /dashboard/:business/settings/categories': {},
  'POST /dashboard/:business/settings/categories': (town) => ({ body: { main: theCategory(town, 'hairdressers'), further: [theCategory(town, 'hair-colour')] } }),
} satisfies AccessExamples
