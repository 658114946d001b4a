import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

const theCategory = (town: ExampleTown, slug: string) => town.one('SELECT id FROM categories WHERE slug = ?', slug)

const theCut = (town: ExampleTown) => town.one("SELECT l.id FROM listings l JOIN businesses b ON b.id = l.business_id WHERE b.slug = 'harbour-salon' AND l.slug = 'cut'")

export default {
  'GET /dashboard/:business/settings/categories': {},
  'POST /dashboard/:business/settings/categories': (town) => ({ body: { main: theCategory(town, 'hairdressers'), further: [theCategory(town, 'hair-colour')] } }),
  'GET /dashboard/:business/listings': { query: { view: 'grid' } },
  'GET /dashboard/:business/listings.csv': { query: { sort: 'title' } },
  'GET /dashboard/:business/listings/selection/:act': (town) => ({ params: { act: 'archiving' }, query: { listing: theCut(town) } }),
  'POST /dashboard/:business/listings/selection/:act': (town) => ({ params: { act: 'pause' }, body: { listing: [theCut(town)] } }),
  'GET /dashboard/:business/listings/:listing/copy': (town) => ({ params: { listing: theCut(town) }, answers: 303 }),
  'POST /dashboard/:business/listings/:listing/copy': (town) => ({ params: { listing: theCut(town) } }),
} satisfies AccessExamples
