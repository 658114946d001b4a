import { beforeEach, expect, test } from 'vitest'
import { forgetHealth, metricsText, readiness, registerCheck, registerCounter, registerGauge, registerHistogram } from './health.server'

beforeEach(forgetHealth)

test('the house is ready when every part of it is well', () => {
  expect(readiness()).toEqual({ ok: true, checks: [] })
  registerCheck({ name: 'database', check: () => ({ ok: true, detail: 'migrated' }) })
  expect(readiness().ok).toBe(true)
  registerCheck({ name: 'mail', check: () => ({ ok: false, detail: 'no token' }) })
  expect(readiness()).toEqual({
    ok: false,
    checks: [
      { name: 'database', ok: true, detail: 'migrated' },
      { name: 'mail', ok: false, detail: 'no token' },
    ],
  })
})

test('a check that throws is red and tells no more than the kind of error', () => {
  registerCheck({
    name: 'database',
    check: () => {
      throw new TypeError('ana@example.test')
    },
  })
  expect(readiness()).toEqual({ ok: false, checks: [{ name: 'database', ok: false, detail: 'The check failed: TypeError' }] })
})

test('figures are written as Prometheus reads them', () => {
  registerGauge('guildhall_jobs_overdue', 'Jobs that are late.', () => 3)
  const count = registerCounter('guildhall_bookings_total', 'Bookings placed.')
  count({ domain: 'appointments' })
  count({ domain: 'appointments' }, 2)
  count({ domain: 'say "hi"' })
  const observe = registerHistogram('guildhall_wait_seconds', 'Waiting.', [0.1, 1])
  observe(0.05)
  observe(0.1)
  observe(5)
  expect(metricsText()).toBe(`# HELP guildhall_jobs_overdue Jobs that are late.
# TYPE guildhall_jobs_overdue gauge
guildhall_jobs_overdue 3
# HELP guildhall_bookings_total Bookings placed.
# TYPE guildhall_bookings_total counter
guildhall_bookings_total{domain="appointments"} 3
guildhall_bookings_total{domain="say \\"hi\\""} 1
# HELP guildhall_wait_seconds Waiting.
# TYPE guildhall_wait_seconds histogram
guildhall_wait_seconds_bucket{le="0.1"} 2
guildhall_wait_seconds_bucket{le="1"} 2
guildhall_wait_seconds_bucket{le="+Inf"} 3
guildhall_wait_seconds_sum 5.15
guildhall_wait_seconds_count 3
`)
})

test('a figure that cannot be read spoils no other', () => {
  registerGauge('broken', 'Cannot be read.', () => {
    throw new Error('closed')
  })
  registerGauge('whole', 'Can be read.', () => 1)
  expect(metricsText()).toContain('whole 1')
})
