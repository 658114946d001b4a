import { timingSafeEqual, createHash } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Router, type Request } from 'express'
import { metricsText, readiness, registerGauge } from '~/platform/health.server'
import { clientAddress, isLoopback } from './client-address'
import { refuse } from './refusal-pages'

interface HealthOptions {
  readonly clientAddressHeader?: string | undefined
  readonly metricsToken?: string | undefined
}

/** `/healthz`: the process answers. `/readyz`: every part says it is well. `/metrics`: figures, for the token's holder or this machine. */
export function answerHealth(options: HealthOptions): Router {
  registerProcessGauges()
  const router = Router()
  router.get(['/healthz', '/readyz', '/metrics'], (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store')
    next()
  })
  router.get('/healthz', (_req, res) => void res.type('text').send('alive\n'))
  router.get('/readyz', (_req, res) => {
    const answer = readiness()
    res.status(answer.ok ? 200 : 503).json(answer)
  })
  router.get('/metrics', (req, res) => {
    if (!mayRead(req, options)) return refuse(res, 403)
    res.type('text/plain; version=0.0.4; charset=utf-8').send(metricsText())
  })
  return router
}

function mayRead(req: Request, { metricsToken, clientAddressHeader }: HealthOptions): boolean {
  if (metricsToken === undefined) return isLoopback(clientAddress(req, clientAddressHeader))
  return timingSafeEqual(digest(req.get('authorization') ?? ''), digest(`Bearer ${metricsToken}`))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function registerProcessGauges(): void {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  registerGauge('process_resident_memory_bytes', 'Memory that the process holds.', () => process.memoryUsage.rss())
  registerGauge('process_uptime_seconds', 'Time since the process started.', () => Math.round(process.uptime()))
  registerGauge('nodejs_eventloop_lag_p99_seconds', 'How late the event loop ran since the last reading, 99th percentile.', () => {
    const late = delay.percentile(99) / 1e9
    delay.reset()
    return late
  })
}
