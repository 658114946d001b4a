import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { day, minute } from '~/kernel/time'
import { standInToken, startPostmark } from '../../../tests/fakes/postmark/postmark'
import { change, contextAt, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { read, transact } from '../database.server'
import { forgetEnv } from '../env.server'
import { forgetHealth, readiness } from '../health.server'
import type { MailMessage, SendOutcome } from '../mail.server'
import { failedMails, retryMail } from './attention.server'
import { enqueueMail, type OutgoingMail } from './enqueue-mail.server'
import { registerOutboxChecks } from './health.server'
import { mostSendings, purgeMailBodies, sendDueMails } from './send-mails.server'

withDatabase()
beforeEach(() => setToken('a-token'))
afterEach(() => {
  vi.unstubAllEnvs()
  forgetEnv()
  forgetHealth()
})

const letter: OutgoingMail = { key: 'k', businessId: null, template: 't', to: 'ana@example.test', subject: 'Booked\r\nBcc: x', html: '<p>Booked</p>', text: 'Booked' }
const write = (mail: Partial<OutgoingMail> = {}) => transact((db) => enqueueMail(db, contextAt(), { ...letter, ...mail }))
const postmark = (...outcomes: SendOutcome[]) => {
  const sent: MailMessage[] = []
  const send = (message: MailMessage) => {
    sent.push(message)
    return Promise.resolve(outcomes.shift() ?? { kind: 'sent', messageId: `m-${sent.length}` } as const)
  }
  return { sent, round: (now = theMorning) => sendDueMails({ now, atMost: 10, send }) }
}

test('a mail is written once for its key, and sent once', async () => {
  const { sent, round } = postmark()
  expect(write()).toBe(true)
  expect(write({ to: 'rui@example.test' })).toBe(false)
  expect(await round()).toBe(1)
  expect(await round(theMorning + day)).toBe(0)
  const [row] = rows<{ id: string }>('SELECT id FROM mails')
  expect(sent).toMatchObject([{ from: 'Guildhall <no-reply@guildhall.test>', to: 'ana@example.test', subject: 'Booked Bcc: x', metadata: { mail: row?.id } }])
  expect(rows('SELECT status, provider_id, sent_at, attempts FROM mails')).toEqual([{ status: 'sent', provider_id: 'm-1', sent_at: theMorning, attempts: 1 }])
})

test('Postmark’s stand-in takes it whole: sender, headers, attachment, and the row’s id beside it', async () => {
  const postmark = await startPostmark({ port: 0, stateFile: join(mkdtempSync(join(tmpdir(), 'guildhall-postmark-')), 'postmark.jsonl') })
  vi.stubEnv('POSTMARK_TOKEN', standInToken)
  vi.stubEnv('POSTMARK_HOST', new URL(postmark.url).host)
  forgetEnv()
  write({
    fromName: 'Café “O Cais”, Lda.',
    headers: [{ name: 'List-Unsubscribe', value: '<https://guildhall.test/stop>' }],
    attachments: [{ name: 'AP-7K3M9Q.ics', type: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
  })
  expect(await sendDueMails({ now: theMorning, atMost: 10 })).toBe(1)
  const answer = (await (await fetch(`${postmark.url}/__messages`)).json()) as { messages: { id: string; message: Record<string, unknown> }[] }
  await postmark.close()
  const [row] = rows<{ id: string; provider_id: string }>('SELECT id, provider_id FROM mails')
  expect(answer.messages).toMatchObject([
    {
      id: row?.provider_id,
      message: {
        From: '"Café “O Cais”, Lda." <no-reply@guildhall.test>',
        Headers: [{ Name: 'List-Unsubscribe', Value: '<https://guildhall.test/stop>' }],
        Attachments: [{ Name: 'AP-7K3M9Q.ics', ContentType: 'text/calendar', Content: btoa('BEGIN:VCALENDAR') }],
        Metadata: { mail: row?.id },
      },
    },
  ])
})

test('a business stands as the sender before the address of the house', async () => {
  const { sent, round } = postmark()
  write({ fromName: 'Rosa "Sá", & <b>\n', replyTo: 'rosa@salon.test' })
  await round()
  expect(sent[0]).toMatchObject({ from: '"Rosa ’Sá’, & <b>" <no-reply@guildhall.test>', replyTo: 'rosa@salon.test' })
})

test('a crash between sending and marking loses nothing: the mail goes again once its claim has run out', async () => {
  write()
  const crash = sendDueMails({ now: theMorning, atMost: 10, send: () => Promise.reject(new Error('killed')) })
  await expect(crash).rejects.toThrow('killed')
  const { round } = postmark()
  expect(await round(theMorning + minute)).toBe(0)
  expect(await round(theMorning + 2 * minute)).toBe(1)
})

test('a refusal is final, a fault backs off until it has failed too often, and both can be tried again by hand', async () => {
  write({ key: 'refused' })
  const no = postmark({ kind: 'refused', why: 'Inactive recipient' })
  await no.round()
  expect(await no.round(theMorning + day)).toBe(0)
  write({ key: 'faulty' })
  const faults = postmark(...Array.from({ length: mostSendings }, () => ({ kind: 'failed', why: '503' }) as const))
  for (let n = 1; n <= mostSendings; n += 1) await faults.round(theMorning + n * day)
  expect(faults.sent).toHaveLength(mostSendings)
  expect(await faults.round(theMorning + 20 * day)).toBe(0)

  const failed = read(failedMails)
  expect(failed.map(({ status, error }) => [status, error])).toEqual(expect.arrayContaining([['refused', 'Inactive recipient'], ['failed', '503']]))
  for (const { id } of failed) expect(retryMail(contextAt(), id)).toMatchObject({ ok: true })
  expect(retryMail(contextAt(), 'nobody')).toEqual({ ok: false, refusal: 'unknown' })
  expect(await postmark().round()).toBe(2)
})

test('two senders at once send each mail once', async () => {
  for (let n = 0; n < 8; n += 1) write({ key: `${n}` })
  const { sent, round } = postmark()
  const counts = await Promise.all([round(), round()])
  expect(counts[0] + counts[1]).toBe(8)
  expect(sent).toHaveLength(8)
})

test('without a token mail waits, and /readyz says why from the first moment and turns red in time', async () => {
  setToken('')
  registerOutboxChecks(() => theMorning + 20 * minute)
  const { sent, round } = postmark()
  const mailCheck = () => readiness().checks.find(({ name }) => name === 'mail')
  expect(mailCheck()).toEqual({ name: 'mail', ok: true, detail: 'POSTMARK_TOKEN is not set, so mail waits in the outbox.' })
  write()
  expect(await round()).toBe(0)
  expect(sent).toEqual([])
  expect(mailCheck()).toEqual({ name: 'mail', ok: false, detail: 'POSTMARK_TOKEN is not set, so mail waits in the outbox. the oldest mail has been due for 1200 s' })
})

test('bodies are purged after 30 days, a few at a time, and what is purged cannot be sent again', async () => {
  for (const key of ['a', 'b', 'c']) write({ key })
  await postmark({ kind: 'refused', why: 'no' }).round()
  write({ key: 'young' })
  change("UPDATE mails SET created_at = ? WHERE key = 'young'", theMorning + day)
  const later = theMorning + 30 * day + 1
  expect(purgeMailBodies({ now: theMorning + 30 * day, atMost: 2 })).toBe(0)
  expect([purgeMailBodies({ now: later, atMost: 2 }), purgeMailBodies({ now: later, atMost: 2 })]).toEqual([2, 1])
  expect(rows('SELECT key FROM mails WHERE message IS NOT NULL')).toEqual([{ key: 'young' }])
  const [refused] = rows<{ id: string }>("SELECT id FROM mails WHERE status = 'refused'")
  expect(retryMail(contextAt(), refused!.id)).toEqual({ ok: false, refusal: 'purged' })
})

test.each([
  ['what is due', "SELECT id FROM mails WHERE status = 'waiting' AND next_at <= 1 ORDER BY next_at LIMIT 20", 'mails_due'],
  ['old bodies', 'SELECT id FROM mails WHERE message IS NOT NULL AND created_at < 1 ORDER BY created_at LIMIT 20', 'mails_with_body'],
  ['what was given up', "SELECT id FROM mails WHERE status IN ('refused', 'failed') ORDER BY created_at DESC LIMIT 100", 'mails_given_up'],
  ['deliveries that are due', "SELECT event_id FROM deliveries WHERE status = 'waiting' AND next_at <= 1 ORDER BY next_at, event_id, subscriber LIMIT 50", 'deliveries_due'],
  ['events without deliveries', 'SELECT id FROM events WHERE fanned_out_at IS NULL ORDER BY id LIMIT 50', 'events_waiting'],
  ['deliveries that were given up', "SELECT event_id FROM deliveries WHERE status = 'failed' ORDER BY event_id DESC, subscriber DESC LIMIT 51", 'deliveries_failed'],
  ['reminders that are due', 'SELECT booking_id FROM reminders WHERE due_at <= 1 AND sent_at IS NULL AND dropped_at IS NULL ORDER BY due_at LIMIT 200', 'reminders_due'],
])('%s are found by an index, without a scan', (_, query, index) => {
  const plan = rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${query}`).map(({ detail }) => detail)
  expect(plan[0]).toContain(index)
})

function setToken(token: string): void {
  vi.stubEnv('POSTMARK_TOKEN', token)
  forgetEnv()
}
