import { expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { auditLog } from '~/platform/audit-log.server'
import { contextOf, person } from '../../../tests/world/identity'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { giveRole } from '~/core/identity/index.server'
import { attention } from './attention.server'

withDatabase()

test('the overview counts what failed and names the jobs that do not run', () => {
  person()
  change("INSERT INTO job_runs (job, started_at, finished_at, failed_at, error, every_ms) VALUES ('outbox', 1, ?, NULL, NULL, 60000), ('reminders', 1, 2, ?, 'boom', 60000)", theMorning, theMorning)
  change("INSERT INTO events (id, type, version, subject, occurred_at, actor, request_id, payload) VALUES ('e', 't', 1, 's', 1, '{}', 'r', '{}')")
  change("INSERT INTO deliveries (event_id, subscriber, status, attempts, next_at) VALUES ('e', 'a', 'failed', 8, 1), ('e', 'b', 'done', 1, 1)")
  change(`INSERT INTO mails (id, key, template, "to", subject, status, attempts, next_at, created_at) VALUES ('m', 'k', 't', 'x', 's', 'refused', 1, 1, 1)`)
  expect(read((db) => attention(db, theMorning))).toEqual({ users: 1, businesses: 0, events: { count: 1, more: false }, mails: 1, jobs: ['reminders'] })
})

test('the audit is filtered by act, thing, person and business, page by page', () => {
  const admin = person({ email: 'admin@example.test', roles: ['admin'] })
  const ana = person()
  giveRole(contextOf(admin), ana.id, 'agent')
  change("INSERT INTO audit (id, at, actor, business_id, action, subject, changes, request_id) VALUES ('zz', 1, '{\"kind\":\"nobody\"}', 'firm', 'bookings.booking.confirm', 's', '{}', 'r')")
  const acts = (filter: Parameters<typeof auditLog>[1], before: string | null = null, limit = 10) => read((db) => auditLog(db, filter, before, limit)).map(({ action }) => action)
  expect(acts({})).toHaveLength(4)
  expect(acts({ action: 'identity.role' })).toEqual(['identity.role.give'])
  expect(acts({ action: 'role' })).toEqual([])
  expect(acts({ subject: ana.id })).toEqual(['identity.role.give', 'identity.user.register'])
  expect(acts({ actorId: admin.id })).toEqual(['identity.role.give'])
  expect(acts({ businessId: 'firm' })).toEqual(['bookings.booking.confirm'])
  const first = rows<{ id: string }>('SELECT id FROM audit ORDER BY id DESC LIMIT 1')[0]?.id ?? ''
  expect(acts({}, first, 1)).toEqual(['identity.role.give'])
})

test('the rows of one business are found by its index', () => {
  const plan = rows<{ detail: string }>("EXPLAIN QUERY PLAN SELECT * FROM audit WHERE business_id = 'b' AND id < 'x' ORDER BY id DESC LIMIT 50").map(({ detail }) => detail).join()
  expect(plan).toContain('audit_by_business')
  expect(plan).not.toContain('TEMP B-TREE')
})
