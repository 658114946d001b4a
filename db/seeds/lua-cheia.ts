import { changeSeats } from '~/domains/appointments/index.server'
import { clockReaches, minute, weekdayOf } from '~/kernel/time'
import { ana } from './customers'
import { dateFromToday, fillDiary, place } from './diary'
import { addMember, addPerson, offer, openHouse, type House } from './house'
import { must, week, type Town } from './stage'

/** A bar that is open past midnight: tables instead of people, in Portuguese, and a tasting with somebody. */
export function seedLuaCheia(town: Town): void {
  const house = openHouse(town, card)
  const rosa = addPerson(house, {
    name: 'Rosa Amaral',
    title: 'Enóloga',
    bio: 'Douro, Bairrada, Pico. Português, English, Deutsch.',
    hours: week({ 3: '23:00-01:00', 4: '23:00-01:00', 5: '23:00-02:00', 6: '23:00-02:00' }),
  })
  addMember(house, { email: 'rosa@lua-cheia.test', name: 'Rosa Amaral', language: 'pt-PT' }, 'staff', rosa)
  const table = offer(house, {
    title: 'Mesa para quatro', section: 'Mesas', description: 'Uma mesa junto ao piano, por uma hora.', priceMinor: 1000, durationMinutes: 60, stepMinutes: 60,
    noticeMinutes: 60, windowDays: 90, staffChoice: 'places', seats: 6,
  })
  const tasting = offer(house, {
    title: 'Prova de vinhos', section: 'À mesa com a Rosa', description: 'Cinco vinhos, uma conversa.', priceMinor: 3500, durationMinutes: 60, bufferAfterMinutes: 15,
    staffChoice: 'none', staffIds: [rosa], approval: true,
  })
  const concert = nextNight(house, 12)
  must(changeSeats(house.owner(), table.listing.id, { from: concert, to: concert, seats: 3, reason: 'Concerto: metade das mesas' }))
  place(house, { service: table, start: clockReaches(nextNight(house, 4), 23 * 60, card.timeZone), staffId: null, who: ana, placedAt: town.now - 30 * minute, note: 'Somos quatro.' })
  fillDiary(house, {
    services: [
      { service: table, weight: 1 },
      { service: tasting, weight: 1 },
    ],
    people: [null, rosa],
    visits: (away) => (away < 0 ? [2, 6] : away < 6 ? [2, 5] : [0, 2]),
    from: -10,
    to: 14,
  })
}

/** The first night from so many days on which the bar opens. */
function nextNight(house: House, from: number): string {
  for (let away = from; ; away += 1) {
    const date = dateFromToday(house, away)
    if (card.hours.some(({ weekday }) => weekday === weekdayOf(date))) return date
  }
}

const card = {
  owner: { email: 'owner@lua-cheia.test', name: 'Henrique Sá', language: 'pt-PT' },
  name: 'Lua Cheia',
  code: 'LC',
  currency: 'EUR',
  timeZone: 'Europe/Lisbon',
  language: 'pt-PT',
  kicker: 'Bar de piano no Cais do Sodré, até às três da manhã',
  about: 'Seis mesas, um piano e uma garrafeira. Abrimos quando os outros fecham.',
  cover: '/img/bottles.svg',
  email: 'ola@lua-cheia.test',
  phone: '+351 213 470 011',
  store: {
    name: 'Cais do Sodré',
    line1: 'Travessa do Carvalho 15',
    line2: null,
    postalCode: '1200-097',
    city: 'Lisboa',
    region: null,
    country: 'PT',
    phone: '+351 213 470 011',
    email: 'ola@lua-cheia.test',
    directions: 'Toque à campainha: a porta não tem letreiro.',
    taxName: 'IVA',
    taxRatePpm: 130_000,
    taxIncluded: true,
  },
  hours: week({ 3: '23:00-03:00', 4: '23:00-03:00', 5: '23:00-03:00', 6: '23:00-03:00', 7: '23:00-03:00' }),
} as const
