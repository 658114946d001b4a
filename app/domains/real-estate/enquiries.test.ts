import { expect, test } from 'vitest'
import { minute } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { Landlady } from '../../../tests/world/house'
import { letters } from '../../../tests/world/notifications'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { closeEnquiry, reopenEnquiry, replyToEnquiry } from './answer-enquiry.server'
import { countNewEnquiries, enquiriesPage, enquiryById, repliesTo } from './enquiries.server'
import { enquiryCursor } from './model/enquiry-state'
import { sendEnquiry, type NewEnquiry } from './send-enquiry.server'

withDatabase()

const anybody = { status: null, listingId: null }

function forRent() {
  const landlady = new Landlady()
  const loft = landlady.property({ title: 'The net loft', tenure: 'long-term', priceMinor: 1150_00 })
  let keys = 0
  const ask = (more: Partial<NewEnquiry> & { readonly now?: number } = {}) => {
    keys += 1
    const { now, ...wanted } = more
    return sendEnquiry(landlady.guest(now), {
      listingId: loft.listing.id, name: 'Marta', email: 'marta@example.test', phone: '+351912345678', message: 'Is it quiet?', wishedFor: '2027-01-01', key: `a-key-of-${keys}`, ...wanted,
    })
  }
  const asked = () => {
    const enquiry = ask()
    if (!enquiry.ok) throw new Error('Not asked')
    return enquiry.value
  }
  const now = (id: string) => read((db) => enquiryById(db, landlady.owner.businessId, id))
  return { landlady, loft, ask, asked, now }
}

test('an enquiry is kept as new; whoever asks gets a copy, and the business a mail that answers to them', () => {
  const { landlady, asked, now } = forRent()
  installModules()
  const { id } = asked()
  expect(now(id)).toMatchObject({ title: 'The net loft', contactName: 'Marta', message: 'Is it quiet?', wishedFor: '2027-01-01', status: 'new' })
  expect(read((db) => countNewEnquiries(db, landlady.owner.businessId))).toBe(1)
  const [copy] = letters('marta@example.test')
  expect(copy?.subject).toBe('Received: your question about The net loft')
  expect(copy?.text).toContain('Is it quiet?')
  expect(rows<{ subject: string; message: string }>("SELECT subject, message FROM mails WHERE template = 'member-enquiry'")).toEqual([
    { subject: 'Marta asks about The net loft', message: expect.stringContaining('"replyTo":"marta@example.test"') as string },
  ])
  expect(rows("SELECT action FROM audit WHERE action LIKE 'real-estate.enquiry.%'")).toEqual([{ action: 'real-estate.enquiry.send' }])
})

test('a form that is sent twice asks once', () => {
  const { ask } = forRent()
  ask({ key: 'one-and-the-same' })
  expect(ask({ key: 'one-and-the-same', message: 'Is it quiet? Please.' })).toMatchObject({ ok: true, value: { message: 'Is it quiet?' } })
  expect(rows('SELECT 1 FROM property_enquiries')).toHaveLength(1)
  expect(letters('marta@example.test')).toHaveLength(1)
})

test('the same words from the same address within an hour ask once, whatever the form; other words, another property or a later hour ask again', () => {
  const { landlady, ask } = forRent()
  ask()
  expect(ask({ email: 'Marta@Example.test', now: theMorning + 59 * minute })).toMatchObject({ ok: true, value: { contactEmail: 'marta@example.test' } })
  expect(rows('SELECT 1 FROM property_enquiries')).toHaveLength(1)
  expect(letters('marta@example.test')).toHaveLength(1)
  ask({ message: 'Is it bright?' })
  ask({ listingId: landlady.property({ title: 'The quay house', tenure: 'sale' }).listing.id })
  ask({ now: theMorning + 61 * minute })
  expect(rows('SELECT 1 FROM property_enquiries')).toHaveLength(4)
})

test('nobody asks about what is let by the night, or what another business has', () => {
  const { landlady, ask } = forRent()
  expect(ask({ listingId: landlady.property().listing.id })).toMatchObject({ ok: false, refusal: { kind: 'not-offered' } })
  const other = new Landlady({ name: 'Another House' })
  expect(ask({ listingId: other.property({ tenure: 'sale' }).listing.id })).toMatchObject({ ok: false, refusal: { kind: 'not-offered' } })
})

test('a reply is mailed, kept, and answers the enquiry; one that was closed is answered by it too', () => {
  const { landlady, asked, now } = forRent()
  const { id } = asked()
  replyToEnquiry(landlady.owner, id, { body: 'Very quiet.', author: 'Lídia' })
  expect(now(id)?.status).toBe('answered')
  expect(letters('marta@example.test').at(-1)?.subject).toBe('An answer about The net loft')
  closeEnquiry(landlady.owner, id)
  replyToEnquiry(landlady.owner, id, { body: 'And bright.', author: 'Lídia' })
  expect(now(id)?.status).toBe('answered')
  expect(read((db) => repliesTo(db, id)).map(({ body, author }) => [body, author])).toEqual([['Very quiet.', 'Lídia'], ['And bright.', 'Lídia']])
})

test('closing and opening again are moves of their own: it is what it was, answered or not', () => {
  const { landlady, asked, now } = forRent()
  const { id } = asked()
  expect(reopenEnquiry(landlady.owner, id)).toMatchObject({ ok: false, refusal: { kind: 'not-from-here', status: 'new' } })
  closeEnquiry(landlady.owner, id)
  expect(closeEnquiry(landlady.owner, id)).toMatchObject({ ok: false, refusal: { kind: 'not-from-here', status: 'closed' } })
  reopenEnquiry(landlady.owner, id)
  expect(now(id)?.status).toBe('new')
  replyToEnquiry(landlady.owner, id, { body: 'Very quiet.', author: 'Lídia' })
  closeEnquiry(landlady.owner, id)
  reopenEnquiry(landlady.owner, id)
  expect(now(id)?.status).toBe('answered')
})

test('another business knows nothing of an enquiry', () => {
  const { asked } = forRent()
  const { id } = asked()
  const other = new Landlady({ name: 'Another House' })
  expect(replyToEnquiry(other.owner, id, { body: 'Hello', author: 'Nobody' })).toMatchObject({ ok: false, refusal: { kind: 'unknown-enquiry' } })
  expect(read((db) => enquiriesPage(db, other.owner.businessId, anybody, null)).rows).toEqual([])
})

test('the list goes page by page, the newest first, by state and by property', () => {
  const { landlady, loft, ask } = forRent()
  const house = landlady.property({ title: 'The quay house', tenure: 'sale' })
  for (let n = 0; n < 35; n += 1) ask({ name: `Asker ${n}`, now: theMorning + Math.floor(n / 2) * minute, message: `Question ${n}`, listingId: n % 5 === 0 ? house.listing.id : loft.listing.id })
  const { businessId } = landlady.owner
  const page = (filters: Parameters<typeof enquiriesPage>[2], after: string | null = null) => read((db) => enquiriesPage(db, businessId, filters, enquiryCursor(after)))
  const first = page(anybody)
  expect(first.rows).toHaveLength(30)
  const second = page(anybody, first.next && `${first.next.at}_${first.next.id}`)
  expect([second.rows.length, second.next]).toEqual([5, null])
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(35)
  expect(page({ status: null, listingId: house.listing.id }).rows).toHaveLength(7)
  closeEnquiry(landlady.owner, first.rows[0]?.id ?? '')
  expect(page({ status: 'closed', listingId: null }).rows.map(({ id }) => id)).toEqual([first.rows[0]?.id])
  expect(page({ status: 'new', listingId: house.listing.id }).rows.every(({ status, title }) => status === 'new' && title === 'The quay house')).toBe(true)
})
