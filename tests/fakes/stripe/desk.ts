import { setTimeout as wait } from 'node:timers/promises'
import type { Account } from './account'
import { api, endpointAt } from './api'
import { decode, type Nested } from './parameters'
import { Refusal } from './refusal'
import type { FaultRule } from './rules'
import type { Asked, RequestsSeen } from './requests-seen'

export interface Answer {
  readonly status: number
  readonly body: object
  /** Given before, under the same key. */
  readonly replayed?: boolean
}

/** What a fault makes of an answer: nothing for ever, or a broken connection. */
export type Fate<Whole> = Whole | 'silent' | 'cut'

const keptFor = 24 * 3600_000
const longestKey = 255

/** Where requests to the API are judged, remembered by their keys, and answered. */
export class Desk {
  private readonly inProgress = new Set<string>()

  constructor(
    private readonly account: Account,
    private readonly seen: RequestsSeen | undefined,
  ) {}

  async answer(asked: Asked): Promise<Fate<Answer>> {
    try {
      return await this.judge(asked)
    } catch (error) {
      if (error instanceof Refusal) return { status: error.status, body: { error: error.error } }
      throw error
    }
  }

  private async judge(asked: Asked): Promise<Fate<Answer>> {
    const at = endpointAt(asked.method, asked.path)
    if (!at) throw new Refusal(404, { type: 'invalid_request_error', message: `Unrecognized request URL (${asked.method}: ${asked.path}).` })
    const given = decode(new URLSearchParams(asked.method === 'POST' ? asked.body : asked.query))
    const work = api[at.name](given)
    const key = asked.method === 'POST' ? asked.key : undefined
    if (key !== undefined && key.length > longestKey) throw new Refusal(400, { type: 'invalid_request_error', message: `An idempotency key has at most ${longestKey} characters.` })
    if (key !== undefined && this.inProgress.has(key)) throw inProgress(key)
    const cause = asked.method === 'POST' ? { id: asked.requestId, idempotency_key: key ?? null } : null
    const execute = () => {
      const answer = this.account.act(cause, () => refusable(() => work(this.account, at.id)))
      // Only what got this far: what its parameters were refused for, stripe-mock would refuse too.
      this.seen?.note(at.name, asked)
      return answer
    }
    const fault = this.account.store.transact(() => this.account.faultAt(at.name))
    return this.underFault(fault, key, () => this.once(asked.path, given, key, execute, fault))
  }

  private async underFault(fault: FaultRule | undefined, key: string | undefined, work: () => Answer): Promise<Fate<Answer>> {
    if (fault?.mode === 'fail' && fault.kept) return work()
    if (fault?.mode !== 'slow' || fault.when === 'after' || key === undefined) return withFault(fault, work, failed)
    this.inProgress.add(key)
    try {
      return await withFault(fault, work, failed)
    } finally {
      this.inProgress.delete(key)
    }
  }

  // Same key and parameters: the same answer. https://docs.stripe.com/api/idempotent_requests
  private once(path: string, given: Nested, key: string | undefined, execute: () => Answer, fault: FaultRule | undefined): Answer {
    const execution = () => outcome(execute, fault)
    if (key === undefined) return execution()
    const parameters = JSON.stringify(sorted(given))
    return this.account.store.transact(() => {
      const earlier = this.account.store.get('answer', key)
      if (earlier && earlier.until > this.account.now()) {
        if (earlier.endpoint !== path) throw usedElsewhere(key, earlier.endpoint)
        if (earlier.parameters !== parameters) throw usedOtherwise(key)
        return { status: earlier.status, body: earlier.body, replayed: true }
      }
      const answer = execution()
      this.account.store.put('answer', key, { endpoint: path, parameters, status: answer.status, body: answer.body, until: this.account.now() + keptFor })
      return answer
    })
  }
}

// A failure that is kept takes the place of the answer, whether the work was done or not.
function outcome(execute: () => Answer, fault: FaultRule | undefined): Answer {
  if (fault?.mode !== 'fail' || !fault.kept) return execute()
  if (fault.when === 'after') execute()
  return failed(fault.status)
}

/** Does some work as a fault lets it be done and answered. */
export async function withFault<Whole>(fault: FaultRule | undefined, work: () => Whole, failure: (status: number) => Whole): Promise<Fate<Whole>> {
  if (!fault) return work()
  if (fault.when === 'before' && fault.mode !== 'slow') return fault.mode === 'fail' ? failure(fault.status) : fault.mode
  if (fault.mode === 'slow' && fault.when === 'before') await wait(fault.ms)
  const done = work()
  if (fault.mode === 'slow' && fault.when === 'after') await wait(fault.ms)
  return fault.mode === 'slow' ? done : fault.mode === 'fail' ? failure(fault.status) : fault.mode
}

// What an endpoint refuses after it has begun is an answer too, and kept; what its parameters were refused for is not.
function refusable(work: () => object): Answer {
  try {
    return { status: 200, body: work() }
  } catch (error) {
    if (error instanceof Refusal && error.kept) return { status: error.status, body: { error: error.error } }
    throw error
  }
}

function failed(status: number): Answer {
  return { status, body: { error: { type: 'api_error', message: 'The stand-in was told to fail.' } } }
}

function inProgress(key: string): Refusal {
  return new Refusal(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key: ${key}. Please try again later.`,
  })
}

function usedElsewhere(key: string, path: string): Refusal {
  return new Refusal(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${path}'). Try using a key other than '${key}' if you meant to execute a different request.`,
  })
}

function usedOtherwise(key: string): Refusal {
  return new Refusal(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  })
}

function sorted(value: string | Nested): unknown {
  if (typeof value === 'string') return value
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)])
}
