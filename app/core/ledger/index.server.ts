export { accounts, type Entry, type FactKind, type LedgerAccount } from './model/accounts'
export { post, type Fact } from './post.server'
export {
  balances, ledgerTransactions, receivableOf, standingOf, sumOfEverything, type Balance, type LedgerFilter, type LedgerTransaction,
} from './queries.server'
