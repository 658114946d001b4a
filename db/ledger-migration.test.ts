import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { connect } from './connect'
import { migrateFile } from './migrate-file'
import { folders } from './testing'

test('what the first issue marked as taken is posted, and the books add up', () => {
  const client = firstIssue()
  sale(client, 'open', { net: 3659, tax: 841 })
  sale(client, 'paid', { net: 3659, tax: 841 })
  payment(client, 'paid', 'cash', 2000)
  payment(client, 'paid', 'wrong', 2500, true)
  sale(client, 'void', { net: 1000, tax: 0 }, true)
  sale(client, 'free', { net: 0, tax: 0 })

  migrateFile(client, folders)

  const all = (sql: string) => client.prepare(sql).all()
  expect(all('SELECT kind, subject FROM ledger_transactions WHERE sealed_at IS NULL')).toEqual([])
  expect(all('SELECT kind, subject FROM ledger_transactions ORDER BY kind, subject')).toEqual([
    { kind: 'payment-taken', subject: 'cash' }, { kind: 'payment-taken', subject: 'wrong' }, { kind: 'payment-undone', subject: 'wrong' },
    { kind: 'sale-closed', subject: 'void' }, { kind: 'sale-opened', subject: 'open' }, { kind: 'sale-opened', subject: 'paid' }, { kind: 'sale-opened', subject: 'void' },
  ])
  expect(all('SELECT transaction_id FROM ledger_entries GROUP BY transaction_id HAVING sum(amount_minor) <> 0')).toEqual([])
  expect(all("SELECT t.sale_id AS sale, sum(e.amount_minor) AS due FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id WHERE e.account = 'receivable' GROUP BY 1 ORDER BY 1")).toEqual([
    { sale: 'open', due: 4500 }, { sale: 'paid', due: 2500 }, { sale: 'void', due: 0 },
  ])
  expect(all('SELECT account, balance_minor AS minor FROM ledger_balances ORDER BY account')).toEqual([
    { account: 'cash-box', minor: 2000 }, { account: 'receivable', minor: 7000 }, { account: 'revenue', minor: -7318 }, { account: 'tax-payable', minor: -1682 },
  ])
  expect(all("SELECT id, reversed_minor AS minor FROM sales WHERE reversed_minor <> 0")).toEqual([{ id: 'void', minor: 1000 }])
  for (const { id } of all('SELECT id FROM ledger_transactions') as { id: string }[]) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
})

/** A file as the first issue left it, with a business, a store, a contact and a member. */
function firstIssue(): Database.Database {
  const base = mkdtempSync(join(tmpdir(), 'guildhall-ledger-'))
  const paths = { migrations: join(base, 'migrations'), attachments: join(base, 'schema') }
  for (const path of Object.values(paths)) mkdirSync(path)
  cpSync(join(folders.migrations, '0000_foundation.sql'), join(paths.migrations, '0000_foundation.sql'))
  writeFileSync(join(paths.attachments, 'none.sql'), '')
  const { $client } = connect(join(base, 'test.db'))
  migrateFile($client, paths)
  $client.pragma('ignore_check_constraints = ON')
  insert($client, 'users', { id: 'user' })
  insert($client, 'businesses', { id: 'business', default_domain: null })
  insert($client, 'stores', { id: 'store', business_id: 'business' })
  insert($client, 'contacts', { id: 'contact', business_id: 'business', user_id: null })
  $client.pragma('ignore_check_constraints = OFF')
  return $client
}

function sale(client: Database.Database, id: string, { net, tax }: { net: number; tax: number }, voided = false): void {
  insert(client, 'sales', { id, business_id: 'business', store_id: 'store', contact_id: 'contact', currency: 'EUR', total_minor: net + tax, opened_at: 1_790_000_000_000, voided_at: voided ? 1_790_000_000_001 : null })
  const line = { sale_id: id, currency: 'EUR', item_id: null }
  insert(client, 'sale_lines', { ...line, id: `${id}-1`, position: 1, kind: 'item', amount_minor: net, tax_name: null, tax_rate_ppm: null, tax_included: null, on_position: null })
  insert(client, 'sale_lines', { ...line, id: `${id}-2`, position: 2, kind: 'tax', amount_minor: tax, tax_name: 'IVA', tax_rate_ppm: 230_000, tax_included: 1, on_position: 1 })
}

function payment(client: Database.Database, saleId: string, id: string, amount: number, undone = false): void {
  const by = undone ? { undone_at: 1_790_000_000_003, undone_by: 'user', undone_reason: 'Wrong' } : { undone_at: null, undone_by: null, undone_reason: null }
  insert(client, 'payments', { id, business_id: 'business', sale_id: saleId, method: 'cash', amount_minor: amount, currency: 'EUR', taken_at: 1_790_000_000_002, taken_by: 'user', ...by })
}

/** One row; what is not said is "x" or 1. */
function insert(client: Database.Database, table: string, said: Readonly<Record<string, string | number | null>>): void {
  const columns = client.pragma(`table_info("${table}")`) as { name: string; type: string }[]
  const values = columns.map(({ name, type }) => (name in said ? said[name] : /int|real/i.test(type) ? 1 : 'x'))
  client.prepare(`INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join()}) VALUES (${values.map(() => '?').join()})`).run(...values)
}
