import { businessesOf } from '~/core/businesses/index.server'
import { userByEmail } from '~/core/identity/index.server'
import { listingBySlug, saveCategory, setBusinessCategories, setListingCategory, type Category, type CategoryDetails, type Extra } from '~/core/listings/index.server'
import { day } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { ctxAt, memberAt, must, type Town } from './stage'

/** What the offers of the town are sorted by, as its admin wrote it, and what the salon says there. */
export function seedCategories(db: Db, town: Town, adminId: string): void {
  const ctx = ctxAt(town, town.now - 100 * day, { kind: 'user', id: adminId, roles: ['customer', 'admin'] })
  const add = (title: string, parent: Category | null, properties: object = {}, required: readonly string[] = []) =>
    must(saveCategory(ctx, null, { ...inAppointments, title, parentId: parent?.id ?? null, schema: { type: 'object', properties, required } }))
  const hairdressers = add('Hairdressers', null)
  const hair = { cut: add('Hair cut', hairdressers, cut, ['hair_length']), colour: add('Hair colour', hairdressers, colour, ['technique']) }
  const health = add('Health', null)
  const physio = add('Physiotherapy', health, physiotherapy)

  const salon = memberOf(db, town, 'owner@harbour-salon.test')
  must(setBusinessCategories(salon, { main: hairdressers.id, further: [hair.cut.id, hair.colour.id] }))
  const say = (slug: string, { id, version }: Category, values: Extra['values']) => {
    const listing = listingBySlug(db, salon.businessId, 'appointments', slug)
    if (!listing || 'movedTo' in listing) throw new Error(`No service ${slug}`)
    must(setListingCategory(db, salon, listing.id, { categoryId: id, version, values }))
  }
  say('cut', hair.cut, { hair_length: 'Any length', wash: true, suited: 'Straight, wavy and curly hair' })
  say('childs-cut-up-to-12-years', hair.cut, { hair_length: 'Short', wash: false })
  say('colour', hair.colour, { technique: 'All over', vegan: true, lasts_weeks: 6 })
  must(setBusinessCategories(memberOf(db, town, 'owner@lakeshore-physio.test'), { main: physio.id, further: [] }))
}

function memberOf(db: Db, town: Town, email: string) {
  const user = userByEmail(db, email)
  const [owned] = user ? businessesOf(db, user.id) : []
  if (!user || !owned) throw new Error(`No business of ${email}`)
  return memberAt(town, owned.business.id, user.id, town.now - 90 * day)
}

const inAppointments: Pick<CategoryDetails, 'domain'> = { domain: 'appointments' }

const cut = {
  hair_length: { type: 'string', enum: ['Short', 'To the shoulders', 'Longer', 'Any length'], title: 'Hair length', description: 'For which hair the price holds.' },
  wash: { type: 'boolean', title: 'Washing included' },
  suited: { type: 'string', title: 'Suited to', description: 'Kinds of hair that you cut.', maxLength: 120 },
}

const colour = {
  technique: { type: 'string', enum: ['Roots', 'All over', 'Highlights', 'Balayage'], title: 'Technique' },
  vegan: { type: 'boolean', title: 'Vegan colours' },
  lasts_weeks: { type: 'integer', title: 'Weeks until the next visit', description: 'As customers see it who come for the first time.', minimum: 1, maximum: 52 },
}

const physiotherapy = {
  for_whom: { type: 'string', enum: ['Adults', 'Children', 'Everybody'], title: 'For whom' },
  referral: { type: 'boolean', title: 'Needs a referral' },
  about: { type: 'string', format: 'multiline', title: 'What happens', maxLength: 600 },
}
