import { appendFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Errors, ServerClient } from 'postmark'
import { afterEach, expect, test } from 'vitest'
import { standInToken, startPostmark } from './postmark'

const open: { close(): Promise<void> }[] = []
const letter = { From: 'Guildhall <no-reply@guildhall.test>', To: 'Ana <ana@example.test>', Subject: 'Booked', TextBody: 'Booked' }

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

test('a message is taken as Postmark takes it, at the time of the clock', async () => {
  const { client, messages } = await standIn({ now: () => Date.UTC(2026, 9, 25, 1) })

  const answer = await client.sendEmail({ ...letter, Headers: [{ Name: 'X-A', Value: 'b' }], Metadata: { outbox: '7' } })

  expect(answer).toMatchObject({ To: 'Ana <ana@example.test>', ErrorCode: 0, Message: 'OK', SubmittedAt: '2026-10-25T01:00:00.000Z' })
  expect(await messages()).toEqual([
    {
      id: answer.MessageID,
      at: '2026-10-25T01:00:00.000Z',
      state: 'delivered',
      message: { ...letter, Headers: [{ Name: 'X-A', Value: 'b' }], Metadata: { outbox: '7' }, MessageStream: 'outbound' },
    },
  ])
})

test.each([
  ['no sender', { From: '' }, 300, "Invalid 'From' address: ''."],
  ['no reader', { To: '' }, 300, 'Zero recipients specified'],
  ['a reader who is no address', { To: 'ana' }, 300, "Error parsing 'To': Illegal email address 'ana'."],
  ['no body', { TextBody: '' }, 300, 'Provide either email TextBody or HtmlBody or both.'],
  ['an unknown stream', { MessageStream: 'nowhere' }, 1235, "The stream provided: 'nowhere' does not exist on this server."],
  ['a program', { Attachments: [{ Name: 'a.exe', Content: 'AAAA', ContentType: 'x', ContentID: null }] }, 411, 'Forbidden attachment type.'],
])('%s is refused with 422', async (_, wrong, code, message) => {
  const { client, messages } = await standIn()

  await expect(client.sendEmail({ ...letter, ...wrong })).rejects.toMatchObject({ statusCode: 422, code, message })
  expect(await messages()).toEqual([])
})

test('a wrong token is refused with 401', async () => {
  const { url } = await standIn()
  await expect(clientOf(url, 'another').sendEmail(letter)).rejects.toBeInstanceOf(Errors.InvalidAPIKeyError)
})

test('a batch answers for each message', async () => {
  const { client, messages } = await standIn()

  const answers = await client.sendEmailBatch([letter, { ...letter, To: '' }, { ...letter, To: '"Sá, Rui" <rui@example.test>' }])

  expect(answers.map(({ ErrorCode }) => ErrorCode)).toEqual([0, 300, 0])
  expect(await messages()).toHaveLength(2)
  expect(await messages('rui@example.test')).toHaveLength(1)
})

test('an address that bounced is inactive until it is activated again', async () => {
  const { client, tell, messages } = await standIn()
  await tell({ mode: 'bounce', to: 'ana@example.test', times: 1 })

  await client.sendEmail(letter)
  await expect(client.sendEmail(letter)).rejects.toMatchObject({ code: 406, recipients: ['ana@example.test'] })
  const { Bounces } = await client.getBounces()
  expect(Bounces).toMatchObject([{ Email: 'ana@example.test', Type: 'HardBounce', Inactive: true }])
  await client.activateBounce(Bounces[0]?.ID ?? 0)
  await client.sendEmail(letter)

  expect((await messages()).map(({ state }) => state)).toEqual(['bounced', 'delivered'])
})

test('a message to several reaches those who are active', async () => {
  const { client, tell } = await standIn()
  await tell({ mode: 'complain', to: 'ana@example.test', times: 1 })
  await client.sendEmail(letter)

  const answer = await client.sendEmail({ ...letter, To: 'ana@example.test, rui@example.test' })

  expect(answer.Message).toBe('Message OK, but will not deliver to these inactive addresses: ana@example.test')
})

test('it fails as often as it was told, takes nothing meanwhile, and then works again', async () => {
  const { client, tell, messages } = await standIn()
  await tell({ mode: 'fail', times: 2, status: 503 })

  await expect(client.sendEmail(letter)).rejects.toMatchObject({ statusCode: 503 })
  await expect(client.sendEmail(letter)).rejects.toMatchObject({ statusCode: 503 })
  expect(await messages()).toEqual([])
  await client.sendEmail(letter)
  expect(await messages()).toHaveLength(1)
})

test('a slow answer may come too late for a message that was taken', async () => {
  const { url, tell, messages } = await standIn()
  await tell({ mode: 'slow', ms: 400 })

  await expect(clientOf(url, standInToken, 0.05).sendEmail(letter)).rejects.toThrow(/timeout/)

  expect(await messages()).toHaveLength(1)
})

test('a second process and a restart see the same, past a line that a crash cut off', async () => {
  const stateFile = newStateFile()
  const one = await standIn({ stateFile })
  const two = await standIn({ stateFile })
  await one.client.sendEmail(letter)
  await one.tell({ mode: 'fail' })

  await expect(two.client.sendEmail(letter)).rejects.toMatchObject({ statusCode: 500 })
  await two.tell({ mode: 'deliver' })
  appendFileSync(stateFile, '{"kind":"mess')
  await two.client.sendEmail(letter)

  const ids = (await one.messages()).map(({ id }) => id)
  expect(ids).toHaveLength(2)
  const restarted = await standIn({ stateFile })
  expect((await restarted.messages()).map(({ id }) => id)).toEqual(ids)
})

async function standIn(options: { stateFile?: string; now?: () => number } = {}) {
  const postmark = await startPostmark({ port: 0, stateFile: newStateFile(), ...options })
  open.push(postmark)
  const { url } = postmark
  return {
    url,
    client: clientOf(url, standInToken),
    tell: (rule: object) => fetch(`${url}/__control`, { method: 'POST', body: JSON.stringify(rule) }),
    messages: async (to?: string) => {
      const answer = await fetch(`${url}/__messages${to ? `?to=${to}` : ''}`)
      return ((await answer.json()) as { messages: { id: string; state: string }[] }).messages
    },
  }
}

function clientOf(url: string, token: string, timeout = 5): ServerClient {
  return new ServerClient(token, { requestHost: new URL(url).host, useHttps: false, timeout })
}

function newStateFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'guildhall-postmark-')), 'postmark.jsonl')
}
