import { afterAll, beforeAll, expect, test } from 'vitest'
import { townPassword } from '../serving'
import { go, look } from './browser'
import { headingOn, logIn, textOn } from './customer-steps'
import { asOwner } from './owner-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const words = 'Ela ouviu o que eu queria, e assim ficou.'

// One after the other, as it happens: rated, answered, hidden.
test('a customer rates a visit without a script, once, and everybody reads it', async () => {
  const [visit] = stage.house.rows<{ reference: string; slug: string }>(
    `SELECT b.reference, l.slug FROM bookings b JOIN contacts c ON c.id = b.contact_id JOIN users u ON u.id = c.user_id JOIN businesses s ON s.id = b.business_id
     JOIN booking_items i ON i.booking_id = b.id AND i.position = 0 JOIN listings l ON l.id = i.listing_id
     WHERE u.email_key = 'ana@example.test' AND s.slug = 'harbour-salon' AND b.status = 'completed' AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.booking_id = b.id) LIMIT 1`,
  )
  await stage.walk({ scripts: false, email: 'ana@example.test', pictures: 'reviews' }, async (journey) => {
    const { page, at } = journey
    await page.goto('/log-in')
    await logIn(journey, journey.email, townPassword)
    await page.goto(`/bookings/${visit?.reference}`)
    await go(page, () => page.getByRole('link', { name: /Rate|Avalie/ }).click())
    await at('give')
    await page.locator('[name=words]').fill(words)
    // The browser would not send it without stars; whoever sends it so is told.
    await page.locator('form#review').evaluate((form: HTMLFormElement) => void (form.noValidate = true))
    await go(page, () => page.locator('form#review button').click())
    expect(await page.locator('[name=words]').inputValue()).toBe(words)
    expect(await page.locator('.error-summary, [role=alert]').count()).toBeGreaterThan(0)
    await page.locator('[name=stars][value="4"]').check()
    await go(page, () => page.locator('form#review button').click())
    expect(new URL(page.url()).pathname).toBe(`/bookings/${visit?.reference}`)
    expect(await page.locator(`a[href*="/review"]`).count()).toBe(0)
    await page.goto(`/b/harbour-salon/appointments/${visit?.slug}`)
    expect(await textOn(page)).toContain(words)
    await at('shown')
    await page.goto(`/bookings/${visit?.reference}/review`)
    expect(await page.locator('form#review').count()).toBe(0)
  })
}, 120_000)

test('the owner answers it in public and hides it for a reason, without a script', async () => {
  await asOwner(stage, { scripts: false, path: 'reviews' }, async (page) => {
    const line = page.getByRole('listitem').filter({ hasText: words })
    await go(page, () => line.getByRole('link', { name: 'Answer' }).click())
    await page.locator('[name=answer]').fill('Obrigada, até breve.')
    await go(page, () => page.getByRole('button', { name: 'Answer in public' }).click())
    expect(await line.textContent()).toContain('Obrigada, até breve.')
    await go(page, () => line.getByRole('link', { name: 'Hide' }).click())
    expect(await headingOn(page)).toBe('Hide this review?')
    await page.locator('[name=reason]').fill('It is about another salon.')
    await go(page, () => page.getByRole('button', { name: 'Hide the review' }).click())
    expect(await line.textContent()).toContain('Hidden because: It is about another salon.')
    const [hidden] = stage.house.rows<{ slug: string }>('SELECT l.slug FROM reviews r JOIN listings l ON l.id = r.listing_id WHERE r.words = ?', words)
    await page.goto(`/b/harbour-salon/appointments/${hidden?.slug}`)
    expect(await textOn(page)).not.toContain(words)
  })
}, 120_000)

test('the pages of reviews are well on a desk and on a phone', async () => {
  await asOwner(stage, { scripts: true, path: 'reviews' }, async (page) => {
    await look(page, 'desk-reviews')
    await go(page, () => page.getByRole('link', { name: 'Hide' }).first().click())
    await look(page, 'desk-review-hiding')
    const [cut] = stage.house.rows<{ id: string }>("SELECT l.id FROM listings l JOIN businesses b ON b.id = l.business_id WHERE b.slug = 'harbour-salon' AND l.slug = 'cut'")
    await page.goto(`/b/harbour-salon/reviews/${cut?.id}`)
    await look(page, 'listing-reviews')
  })
}, 120_000)
