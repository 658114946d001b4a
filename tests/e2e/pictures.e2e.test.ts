import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { townPassword } from '../serving'
import { visitor, type Page as Answered, type Visitor } from '../visitor'
import { photo, plain, pngThatPromises } from '../world/image-files'
import { go } from './browser'
import { headingOn, logIn } from './customer-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const patience = 120_000
const desk = '/dashboard/harbour-salon'
const owner = 'owner@harbour-salon.test'

describe.each([
  { scripts: false, how: 'without JavaScript' },
  { scripts: true, how: 'with JavaScript' },
])('$how', ({ scripts }) => {
  test('the owner adds a photograph, describes, moves and removes it, and customers see it', async () => {
    const file = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: await photo({ width: 4000, height: 3000, orientation: 3 }) }
    await stage.walk({ scripts, email: owner, pictures: 'pictures' }, async ({ page, say, email, at }) => {
      page.setDefaultTimeout(30_000)
      await page.goto(`${desk}/pictures`)
      await logIn({ page, say }, email, townPassword)
      await at('all')
      await go(page, () => page.getByRole('link', { name: 'Colour', exact: true }).click())
      const before = await page.locator('.gallery li').count()

      await page.setInputFiles('input[type=file]', { ...file, buffer: Buffer.from('<svg onload="alert(1)"/>') })
      await page.getByLabel(say('What it shows')).fill('Copper hair in the sun')
      await go(page, () => page.getByRole('button', { name: say('Add the picture') }).click())
      expect(await page.getByRole('alert').textContent()).toContain(say('This is an SVG drawing, which we do not take. Save it as PNG and choose that'))
      expect(await page.getByLabel(say('What it shows')).inputValue()).toBe('Copper hair in the sun')
      await at('refused')

      await page.setInputFiles('input[type=file]', file)
      await go(page, () => page.getByRole('button', { name: say('Add the picture') }).click())
      expect(await page.getByRole('status').first().textContent()).toContain(say('The picture is saved.'))
      expect(await page.locator('.gallery li').count()).toBe(before + 1)
      await at('gallery')

      await go(page, () => page.getByRole('button', { name: `${say('Up')} Copper hair` }).click())
      await go(page, () => page.getByRole('link', { name: `${say('Describe')} Copper hair` }).click())
      await at('description')
      await page.getByLabel(say('What it shows')).fill('Copper curls')
      await go(page, () => page.getByRole('button', { name: say('Save the description') }).click())

      const fetched = page.waitForResponse((answer) => /\/images\/[0-9a-f]{64}\.avif$/.test(answer.url()))
      await page.goto('/b/harbour-salon/appointments/colour')
      const shown = page.getByRole('img', { name: 'Copper curls' })
      await shown.scrollIntoViewIfNeeded()
      expect(await shown.getAttribute('loading')).toBe('lazy')
      expect([await shown.getAttribute('width'), await shown.getAttribute('height')]).toEqual(['1920', '1440'])
      expect((await fetched).status()).toBe(200)
      await at('service')

      await page.goto(`${desk}/pictures`)
      await go(page, () => page.getByRole('link', { name: 'Colour', exact: true }).click())
      await go(page, () => page.getByRole('link', { name: `${say('Remove')} Copper curls` }).click())
      expect(await headingOn(page)).toBe(say('Remove this picture?'))
      await at('removal')
      await go(page, () => page.getByRole('button', { name: say('Remove the picture') }).click())
      expect(await page.locator('.gallery li').count()).toBe(before)
    })
  }, patience)

  test('an account gets a picture, which stands at its head, and loses it', async () => {
    const file = { name: 'me.png', mimeType: 'image/png', buffer: await plain(500, 400).png().toBuffer() }
    await stage.walk({ scripts, email: 'agent@guildhall.test', pictures: 'pictures-account' }, async ({ page, say, email, at }) => {
      await page.goto('/account/picture')
      await logIn({ page, say }, email, townPassword)
      await page.setInputFiles('input[type=file]', file)
      await go(page, () => page.getByRole('button', { name: say('Add the picture') }).click())
      await at('picture')
      await page.goto('/account')
      expect(await page.locator('.portrait img').count()).toBe(1)
      await page.goto('/account/picture/removal')
      await go(page, () => page.getByRole('button', { name: say('Remove the picture') }).click())
      expect(await page.locator('.portrait img').count()).toBe(0)
    })
  }, patience)
})

describe('what a form may carry', () => {
  let manager: Visitor
  let form: Answered
  beforeAll(async () => {
    manager = visitor(stage.house.url)
    await manager.send(await manager.get('/log-in'), 'log-in', { email: 'manager@harbour-salon.test', password: townPassword })
    const [cover] = stage.house.rows<{ id: string }>("SELECT id FROM businesses WHERE slug = 'harbour-salon'")
    form = await manager.get(`${desk}/pictures/cover/${cover?.id ?? ''}`)
    expect(form.status).toBe(200)
  })

  test.each([
    ['no file', null, 'Choose a picture'],
    ['an empty file', () => Buffer.alloc(0), 'The file is empty'],
    ['a bomb', () => pngThatPromises(60_000, 60_000), 'more than 40 million pixels'],
    ['16 MB', () => Buffer.concat([Buffer.from('ffd8ff', 'hex'), randomBytes(16 * 1024 * 1024)]), 'larger than 15 MB'],
    ['a page', () => Buffer.from('<html><script>alert(1)</script>'), 'no picture that we can read'],
  ] as const)('%s is refused on its page with a sentence, and what was typed stays', async (_name, file, sentence) => {
    const answer = await manager.send(form, 'upload', { alt: 'The door, typed with care' }, file ? { picture: { name: 'x.jpg', base64: file().toString('base64') } } : {})
    expect(answer.status).toBe(422)
    expect(answer.html).toContain(sentence)
    expect(answer.html).toContain('value="The door, typed with care"')
    expect(answer.html).not.toContain('alert(1)')
  })

  test('one without words is refused, and nothing is stored', async () => {
    const before = stage.house.rows('SELECT id FROM pictures').length
    const answer = await manager.send(form, 'upload', { alt: ' ' }, { picture: { name: 'x.png', base64: (await plain(30, 20).png().toBuffer()).toString('base64') } })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('Say what the picture shows')
    expect(stage.house.rows('SELECT id FROM pictures')).toHaveLength(before)
  })

  test('a form that is cut off in the middle is no form', async () => {
    const boundary = 'xxxx'
    const answer = await fetch(stage.house.url + form.path, {
      method: 'POST',
      headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}`, Origin: stage.house.url, Cookie: manager.cookies() },
      body: `--${boundary}\r\nContent-Disposition: form-data; name="picture"; filename="x.jpg"\r\n\r\nhalf of`,
    })
    expect(answer.status).toBe(400)
  })

  test('more than any picture weighs is refused by the shell, and other forms stay small', async () => {
    const heavy = { picture: { name: 'x.jpg', base64: randomBytes(26 * 1024 * 1024).toString('base64') } }
    expect((await manager.send(form, 'upload', { alt: 'Too heavy' }, heavy)).status).toBe(413)
    const light = { picture: { name: 'x.jpg', base64: randomBytes(200 * 1024).toString('base64') } }
    expect((await manager.post(`${desk}/settings/status`, {}, light)).status).toBe(413)
  })

  test('a picture needs no session, changes never, and is read by one row', async () => {
    const [file] = stage.house.rows<{ hash: string; weight: number }>("SELECT hash, weight FROM picture_files WHERE format = 'webp' ORDER BY weight DESC")
    const answer = await fetch(`${stage.house.url}/images/${file?.hash ?? ''}.webp`)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(['content-type', 'cache-control', 'x-content-type-options', 'set-cookie'].map((name) => [name, answer.headers.get(name)]))).toEqual({
      'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff', 'set-cookie': null,
    })
    expect((await answer.arrayBuffer()).byteLength).toBe(file?.weight)
  })
})
