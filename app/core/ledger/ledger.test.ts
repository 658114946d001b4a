import { describe, expect, test } from 'vitest'
import { transact, type Db } from '~/platform/database.server'
import { business } from '../../../tests/world/businesses'
import { change, rows, withDatabase } from '../../../tests/world/world'
import { read } from '~/platform/database.server'
import { balances, ledgerTransactions, post, sumOfEverything, type Fact } from './index.server'
import { ledgerSql } from './queries.server'

withDatabase()

const fact: Fact = {
  kind: 'payment-taken', saleId: 'sale', subject: 'payment', currency: 'EUR',
  entries: [{ account: 'cash-box', amountMinor: 4500 }, { account: 'receivable', amountMinor: -4500 }],
}

function posted(...facts: Fact[]) {
  const { ctx } = business()
  for (const one of facts) transact((db: Db) => post(db, ctx, one))
  return ctx
}

describe('posting', () => {
  test('writes a fact with its entries, sealed, and moves the balances', () => {
    const ctx = posted(fact)
    expect(read((db) => balances(db, ctx.businessId))).toEqual([
      { account: 'cash-box', currency: 'EUR', balanceMinor: 4500 },
      { account: 'receivable', currency: 'EUR', balanceMinor: -4500 },
    ])
    expect(rows('SELECT kind, subject, sealed_at IS NOT NULL AS sealed FROM ledger_transactions')).toEqual([{ kind: 'payment-taken', subject: 'payment', sealed: 1 }])
    expect(read(sumOfEverything)).toEqual([{ currency: 'EUR', entries: 2, sumMinor: 0 }])
  })

  test('writes the same fact once, leaves out what moves nothing, and throws on what does not add up', () => {
    const ctx = posted(fact, fact)
    expect(rows('SELECT count(*) AS n FROM ledger_entries')).toEqual([{ n: 2 }])
    transact((db) => post(db, ctx, { ...fact, subject: 'nothing', entries: [{ account: 'revenue', amountMinor: 0 }] }))
    expect(rows('SELECT count(*) AS n FROM ledger_transactions')).toEqual([{ n: 1 }])
    expect(() => transact((db) => post(db, ctx, { ...fact, subject: 'wrong', entries: [{ account: 'revenue', amountMinor: 1 }] }))).toThrow('add up to zero')
  })

  test('pages are narrowed by business, account and time, the latest first', () => {
    const ctx = posted(fact, { ...fact, kind: 'payment-undone' })
    const filter = { businessId: ctx.businessId, account: null, from: null, to: null }
    const [latest] = read((db) => ledgerTransactions(db, filter, null, 1))
    expect(latest?.entries).toHaveLength(2)
    expect(read((db) => ledgerTransactions(db, filter, latest ?? null, 9))).toHaveLength(1)
    expect(read((db) => ledgerTransactions(db, { ...filter, account: 'revenue' }, null, 9))).toEqual([])
    expect(read((db) => ledgerTransactions(db, { ...filter, businessId: null, from: ctx.now + 1 }, null, 9))).toEqual([])
  })

  test.each(Object.entries(ledgerSql))('the page %s goes along an index', (_, sql) => {
    const plan = read((db) => db.$client.prepare(`EXPLAIN QUERY PLAN ${sql}`).all({ businessId: 'b', account: null, from: null, to: null, beforeAt: null, beforeId: null, limit: 1 })) as { detail: string }[]
    expect(plan[0]?.detail).toMatch(/USING INDEX ledger_transactions_by_(time|business)/)
    expect(plan.map(({ detail }) => detail).join()).not.toContain('TEMP B-TREE')
  })
})

describe('the triggers refuse', () => {
  const open = (ctx: { businessId: string }, id = 'open') =>
    change(`INSERT INTO ledger_transactions (id, business_id, currency, at, kind, sale_id, subject, key) VALUES ('${id}', '${ctx.businessId}', 'EUR', 1, 'sale-opened', 's', 's', '${id}')`)
  const enter = (id: string, position: number, amount: number, currency = 'EUR') =>
    change(`INSERT INTO ledger_entries (transaction_id, position, account, amount_minor, currency) VALUES ('${id}', ${position}, 'revenue', ${amount}, '${currency}')`)

  test('a seal that does not add up, or has fewer than two entries', () => {
    open(posted())
    enter('open', 0, 5)
    expect(() => change("UPDATE ledger_transactions SET sealed_at = 1 WHERE id = 'open'")).toThrow('at least two entries')
    enter('open', 1, -4)
    expect(() => change("UPDATE ledger_transactions SET sealed_at = 1 WHERE id = 'open'")).toThrow('add up to zero')
    enter('open', 2, -1)
    expect(() => change("UPDATE ledger_transactions SET sealed_at = 1 WHERE id = 'open'")).not.toThrow()
  })

  test.each([
    ['an entry that is changed', 'UPDATE ledger_entries SET amount_minor = 1', 'never changed'],
    ['an entry that is deleted', 'DELETE FROM ledger_entries', 'never deleted'],
    ['a transaction that is deleted', 'DELETE FROM ledger_transactions', 'never deleted'],
    ['a sealed transaction that is changed', 'UPDATE ledger_transactions SET at = 1', 'never changed'],
    ['a late entry', "INSERT INTO ledger_entries SELECT id, 9, 'revenue', 1, 'EUR', NULL FROM ledger_transactions", 'takes no entry'],
    ['one that comes sealed', "INSERT INTO ledger_transactions SELECT 'x', business_id, currency, at, kind, sale_id, subject, 'x', 1 FROM ledger_transactions", 'sealed after'],
  ])('%s', (_, sql, why) => {
    posted(fact)
    expect(() => change(sql)).toThrow(why)
  })

  test('another currency, and an open transaction that becomes another', () => {
    open(posted())
    expect(() => enter('open', 0, 5, 'USD')).toThrow('one currency')
    expect(() => change("UPDATE ledger_transactions SET currency = 'USD' WHERE id = 'open'")).toThrow('changes in nothing else')
  })
})
