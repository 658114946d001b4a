import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { EndpointName } from './rules'

/** A request to the API, as it came. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: string
  readonly body: string
  readonly key: string | undefined
  readonly requestId: string
}

/** One request that was sent, as it is sent again to stripe-mock. */
export interface SeenRequest {
  /** Method, path template and parameters: what makes it distinct. */
  readonly shape: string
  readonly method: string
  readonly path: string
  readonly body: string
}

/** Whose values are words of Stripe's, so that another value is another request. */
const chosen = /^(mode|ui_mode|locale|submit_type|reason|status|delivery_success|types?|excluded_payment_method_types|expand)\b/

/** Notes each distinct request whose parameters the stand-in has let pass, one JSON line each, in a file that several processes share. */
export class RequestsSeen {
  private readonly shapes = new Set<string>()

  constructor(private readonly path: string) {
    mkdirSync(dirname(path), { recursive: true })
    if (existsSync(path)) for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) this.shapes.add((JSON.parse(line) as SeenRequest).shape)
  }

  note(endpoint: EndpointName, { method, path, query, body }: Asked): void {
    const sent = method === 'POST' ? body : query
    const shape = `${endpoint} ${namesOf(new URLSearchParams(sent))}`
    if (this.shapes.has(shape)) return
    this.shapes.add(shape)
    const seen: SeenRequest = { shape, method, path: method === 'POST' || query === '' ? path : `${path}?${query}`, body: method === 'POST' ? body : '' }
    appendFileSync(this.path, `${JSON.stringify(seen)}\n`)
  }
}

function namesOf(sent: URLSearchParams): string {
  const names = [...sent].map(([name, value]) => {
    const general = name.replace(/\[\d+\]/g, '[]').replace(/(metadata)\[[^\]]*\]/g, '$1[*]')
    return chosen.test(general) ? `${general}=${value}` : general
  })
  return [...new Set(names)].sort().join('&')
}
