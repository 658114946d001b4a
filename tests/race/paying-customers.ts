import { setTimeout as pause } from 'node:timers/promises'
import { addDays, hour, minute, startOfDay } from '~/kernel/time'
import { ask, type Answer, type Ask } from '../load/client'
import { bookingPost, type WishedVisit } from './booking-post'
import type { ClientLog } from './client-log'
import { pathIn, sessionIn, type Neighbours } from './neighbours'
import { seeded } from './seeded'
import { Tally } from './tally'

const services = ['trim', 'bath'] as const
const ways = ['returns', 'returns twice', 'stays away', 'abandons', 'resumes', 'cancels', 'cancels at once', 'pays late'] as const

interface Customer extends WishedVisit {
  readonly way: (typeof ways)[number]
  /** Sends again what a broken connection left without an answer; who is not goes away. */
  readonly patient: boolean
}

/** What a customer has seen: a booking that was acknowledged, or a payment page that took the money. */
export interface Seen {
  readonly key: string
  readonly email: string
  readonly reference: string
  readonly paid: boolean
  readonly session: string | null
}

/** Everything that the customers count together. */
export class Counts {
  /** Answers of the house, whatever they said. */
  readonly answers = new Tally()
  /** Requests that broke half-way, since the house died under them. */
  readonly broken = new Tally()
  /** Answers that are no part of the journey. */
  readonly strange: string[] = []
  /** Payment pages of those who pay when it is too late. */
  readonly late: string[] = []
}

export interface Journey {
  readonly url: string
  /** Of the business. */
  readonly slug: string
  readonly neighbours: Neighbours
  readonly log: ClientLog<Seen>
  readonly counts: Counts
  readonly closing: AbortSignal
}

/** One customer after the other, until the doors close: which, and what they do, is the same in every run. */
export async function customersCome(journey: Journey, client: number, seed: number): Promise<void> {
  const random = seeded(seed + client)
  for (let nth = 0; !journey.closing.aborted; nth += 1) await visit(journey, customerOf(client, nth, random))
}

// Ten days of quarters of an hour, the last of which leaves half an hour: most wishes can be granted, some cannot.
function customerOf(client: number, nth: number, random: () => number): Customer {
  const pick = <One>(list: readonly [One, ...One[]]) => list[Math.floor(random() * list.length)] ?? list[0]
  const date = addDays('2026-11-09', Math.floor(random() * 10))
  const key = `paying-${client}-${nth}`
  return {
    key,
    email: `${key}@crash.test`,
    service: pick(services),
    start: startOfDay(date, 'Europe/Lisbon') + 9 * hour + Math.floor(random() * 31) * 15 * minute,
    person: pick([null, 'ana', 'rui', 'eva']),
    way: pick(ways),
    patient: random() < 0.8,
  }
}

async function visit(journey: Journey, customer: Customer): Promise<void> {
  const { neighbours, counts } = journey
  const booked = await send(journey, customer, bookingPost(journey.slug, customer), [303, 409])
  const session = sessionIn(booked?.location ?? null)
  if (session === null) return
  const away = await neighbours.press(session, 'abandon')
  const page = pathIn(away.location)
  note(journey, customer, page, null)
  if (customer.way === 'pays late') counts.late.push(session)
  if (customer.way === 'abandons' || customer.way === 'pays late') return
  const again = customer.way === 'resumes' ? await resume(journey, customer, page) : session
  if (again !== null) await pay(journey, customer, page, again)
}

/** Goes back to the booking, from there to the payment page once more, and there takes a wrong card first. */
async function resume(journey: Journey, customer: Customer, page: string): Promise<string | null> {
  const answer = await send(journey, customer, { method: 'POST', path: below(page, '/payment'), form: {} }, [303])
  const session = sessionIn(answer?.location ?? null)
  if (session !== null) await journey.neighbours.press(session, 'decline')
  return session
}

async function pay(journey: Journey, customer: Customer, page: string, session: string): Promise<void> {
  const paid = await journey.neighbours.press(session, 'pay')
  // The page is closed: its time has run out.
  if (paid.status !== 303) return
  note(journey, customer, page, session)
  const land = () => send(journey, customer, { path: pathIn(paid.location) }, [303])
  const cancel = () => send(journey, customer, { method: 'POST', path: below(page, '/cancellation'), form: { reason: '' } }, [303, 409])
  switch (customer.way) {
    case 'returns twice':
      await Promise.all([land(), land()])
      return
    case 'cancels':
      await land()
      await cancel()
      return
    case 'cancels at once':
      await Promise.all([land(), cancel()])
      return
    case 'stays away':
      return
    default:
      await land()
  }
}

/** Sends until there is an answer; null where the customer, or the house for good, has gone away before. */
async function send({ url, counts, closing }: Journey, { key, patient }: Customer, asked: Ask, expected: readonly number[]): Promise<Answer | null> {
  while (!closing.aborted) {
    try {
      const answer = await ask(url, asked)
      counts.answers.add()
      if (!expected.includes(answer.status)) counts.strange.push(`${key}: ${asked.path} answered ${answer.status}`)
      return answer
    } catch (error) {
      if (!isRefused(error)) {
        counts.broken.add()
        if (!patient) return null
      }
    }
    await pause(25)
  }
  return null
}

// Nobody listens: it was not even asked.
function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED'
}

function note({ log }: Journey, { key, email }: Customer, page: string, paidOn: string | null): void {
  log.write({ key, email, reference: /^\/bookings\/([^?]+)/.exec(page)?.[1] ?? page, paid: paidOn !== null, session: paidOn })
}

/** A page below a booking's own, with its token. */
function below(page: string, name: string): string {
  return page.replace('?', `${name}?`)
}
