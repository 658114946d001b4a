import { delay, http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { forgetEnv } from './env.server'
import { mailReady, sendMail, type MailMessage } from './mail.server'

const postmark = setupServer()
const address = 'https://api.postmarkapp.com/email'
const letter: MailMessage = { to: 'ana@example.test', subject: 'Booked', html: '<p>Booked</p>', text: 'Booked' }

beforeAll(() => postmark.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => setToken('a-token'))
afterEach(() => {
  postmark.resetHandlers()
  vi.unstubAllEnvs()
  forgetEnv()
})
afterAll(() => postmark.close())

test('a message goes out whole, and its id comes back', async () => {
  const asked = vi.fn()
  postmark.use(
    http.post(address, async ({ request }) => {
      asked(request.headers.get('x-postmark-server-token'), await request.clone().json())
      return HttpResponse.json({ To: letter.to, SubmittedAt: '2026-11-20T10:00:00Z', MessageID: 'm-1', ErrorCode: 0, Message: 'OK' })
    }),
  )

  const outcome = await sendMail({
    ...letter,
    from: 'Salon <salon@guildhall.test>',
    replyTo: 'owner@harbour-salon.test',
    headers: { 'List-Unsubscribe': '<https://guildhall.test/u>' },
    attachments: [{ name: 'visit.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
    metadata: { outbox: '7' },
  })

  expect(outcome).toEqual({ kind: 'sent', messageId: 'm-1' })
  expect(asked).toHaveBeenCalledWith('a-token', {
    From: 'Salon <salon@guildhall.test>',
    To: 'ana@example.test',
    ReplyTo: 'owner@harbour-salon.test',
    Subject: 'Booked',
    HtmlBody: '<p>Booked</p>',
    TextBody: 'Booked',
    Headers: [{ Name: 'List-Unsubscribe', Value: '<https://guildhall.test/u>' }],
    Attachments: [{ Name: 'visit.ics', ContentType: 'text/calendar', Content: btoa('BEGIN:VCALENDAR'), ContentID: null }],
    MessageStream: 'outbound',
    Metadata: { outbox: '7' },
  })
})

describe('what no later try can mend is refused', () => {
  test.each([
    ['a reader who bounced or complained', 422, 406],
    ['a message that is wrong in itself', 422, 300],
    ['a message that is too large', 413, 0],
  ])('%s', async (_, status, ErrorCode) => {
    postmark.use(http.post(address, () => HttpResponse.json({ ErrorCode, Message: 'No.' }, { status })))
    expect(await sendMail(letter)).toEqual({ kind: 'refused', why: 'No.' })
  })
})

describe('what may go better later has failed', () => {
  test.each([
    ['a wrong token', 401, 10],
    ['a sender that nobody confirmed yet', 422, 400],
    ['an account without credit', 422, 405],
    ['too many requests', 429, 429],
    ['an error of the server', 500, 0],
    ['maintenance', 503, 100],
  ])('%s', async (_, status, ErrorCode) => {
    postmark.use(http.post(address, () => HttpResponse.json({ ErrorCode, Message: 'Not now.' }, { status })))
    expect(await sendMail(letter)).toEqual({ kind: 'failed', why: 'Not now.' })
  })

  test('a page of a proxy instead of an answer', async () => {
    postmark.use(http.post(address, () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 })))
    expect(await sendMail(letter)).toMatchObject({ kind: 'failed' })
  })

  test('an answer without an id', async () => {
    postmark.use(http.post(address, () => new HttpResponse('<h1>Hello</h1>', { status: 200 })))
    expect(await sendMail(letter)).toMatchObject({ kind: 'failed' })
  })

  test('a connection that breaks', async () => {
    postmark.use(http.post(address, () => HttpResponse.error()))
    expect(await sendMail(letter)).toMatchObject({ kind: 'failed' })
  })

  test('a server that says nothing', async () => {
    postmark.use(http.post(address, () => delay('infinite')))
    expect(await sendMail(letter, 0.05)).toMatchObject({ kind: 'failed', why: expect.stringMatching(/timeout/) })
  })
})

test('without a token nothing is sent, and the readiness page can say why', async () => {
  setToken('')
  expect(mailReady()).toEqual({ ok: false, why: 'POSTMARK_TOKEN is not set, so mail waits in the outbox.' })
  expect(await sendMail(letter)).toEqual({ kind: 'failed', why: 'POSTMARK_TOKEN is not set, so mail waits in the outbox.' })
  setToken('a-token')
  expect(mailReady()).toEqual({ ok: true })
})

function setToken(token: string): void {
  vi.stubEnv('POSTMARK_TOKEN', token)
  forgetEnv()
}
