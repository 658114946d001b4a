import { addAddress, userById } from '~/core/identity/index.server'
import { extendFreeDays, refreshFreeDays } from '~/core/search/index.server'
import { transact, type Db } from '~/platform/database.server'
import { seedCategories } from './categories'
import { seedCasaAzul } from './casa-azul'
import { ana } from './customers'
import { seedGranaryHall } from './granary-hall'
import { seedHarbourSalon } from './harbour-salon'
import { seedKyreniaKayak } from './kyrenia-kayak'
import { seedLakeshorePhysio } from './lakeshore-physio'
import { seedLuaCheia } from './lua-cheia'
import { planAhead, tellNews } from './news'
import { seedOldHarbourHouse } from './old-harbour-house'
import { seedReviews } from './reviews'
import { seedSalonEvening } from './salon-evening'
import { seedSalonWorkshop } from './salon-workshop'
import { account, ctxAt, must, townAt, type Town } from './stage'
import { seedViews } from './views'

/** What every account of the demo town is opened with. */
export const demoPassword = 'guildhall-demo'

/** Fills an empty file with the demo town as it stands at `now`, all or nothing; `passwordHash` is that of the demo's password. */
export function seedTown(now: number, passwordHash: string): void {
  const town = townAt(now, passwordHash)
  transact((db) => {
    const adminId = account(town, { email: 'admin@guildhall.test', name: 'Alda Moreira', roles: ['customer', 'admin'] })
    account(town, { email: 'agent@guildhall.test', name: 'Simão Freitas', roles: ['customer', 'agent'] })
    giveAddresses(db, town, account(town, { email: ana.email, name: ana.name, language: ana.language, timeZone: 'Europe/Lisbon' }))
    seedHarbourSalon(town)
    seedLakeshorePhysio(town)
    seedLuaCheia(town)
    // Chance of their own: what is drawn by the others stays what it was.
    seedGranaryHall(townAt(now, passwordHash, 3))
    seedSalonEvening(db, townAt(now, passwordHash, 4))
    seedOldHarbourHouse(townAt(now, passwordHash, 5))
    seedCasaAzul(townAt(now, passwordHash, 6))
    seedKyreniaKayak(townAt(now, passwordHash, 7))
    seedSalonWorkshop(db, townAt(now, passwordHash, 8))
    seedReviews(db, townAt(now, passwordHash, 10))
    tellNews(db, town)
    planAhead(db, now)
    // Chance of its own: what is drawn above stays what it was.
    seedCategories(db, townAt(now, passwordHash, 2), adminId)
    seedViews(db, townAt(now, passwordHash, 9))
  })
  // What the jobs would do within minutes.
  extendFreeDays({ now, atMost: 100 })
  while (refreshFreeDays({ now, atMost: 100 }) > 0);
}

/** Whether nobody has an account yet. */
export function isEmpty(db: Db): boolean {
  return db.$client.prepare('SELECT 1 FROM users LIMIT 1').get() === undefined
}

function giveAddresses(db: Db, town: Town, userId: string): void {
  const user = userById(db, userId)
  if (!user) throw new Error('Ana has no account')
  const ctx = { ...ctxAt(town, town.now, { kind: 'user', id: userId, roles: user.roles }), account: { ...user, sessionHash: '' } }
  const home = { name: ana.name, line1: 'Rua das Flores 27', line2: '2.º Esq.', postalCode: '1200-193', city: 'Lisbon', region: null, country: 'PT' }
  must(addAddress(ctx, { ...home, kind: 'shipping' }))
  must(addAddress(ctx, { ...home, kind: 'billing' }))
  must(addAddress(ctx, { ...home, kind: 'shipping', name: `${ana.name}, Oficina`, line1: 'Rua da Prata 112', line2: null, postalCode: '1100-420' }))
}
