import type { I18n } from '@lingui/core'
import type { FactKind, LedgerAccount } from '~/core/ledger/index.server'
import type { FieldKind } from '~/core/listings/index'
import type { Role } from '~/kernel/permissions'
import { never } from '~/kernel/result'
import type { JobState } from './model/job-state'

/** A role of the platform in a word. */
export function roleName(i18n: I18n, role: Role): string {
  switch (role) {
    case 'customer':
      return i18n.t('Customer')
    case 'agent':
      return i18n.t('Agent')
    case 'admin':
      return i18n.t('Admin')
    default:
      return never(role)
  }
}

/** What a role opens, in a sentence. */
export function roleAbout(i18n: I18n, role: Role): string {
  switch (role) {
    case 'customer':
      return i18n.t('Everybody with an account: their own bookings and profile.')
    case 'agent':
      return i18n.t('Works on requests of customers for Guildhall.')
    case 'admin':
      return i18n.t('Sees and changes everything here: users, roles, businesses, jobs and the audit.')
    default:
      return never(role)
  }
}

/** How a job stands in a word, with the tone of its badge. */
export function jobStateName(i18n: I18n, state: JobState): { label: string; tone: 'good' | 'wait' | 'bad' } {
  switch (state) {
    case 'well':
      return { label: i18n.t('Runs'), tone: 'good' }
    case 'overdue':
      return { label: i18n.t('Overdue'), tone: 'wait' }
    case 'failed':
      return { label: i18n.t('Failed'), tone: 'bad' }
    default:
      return never(state)
  }
}

/** An account of the books in a word or two. */
export function accountName(i18n: I18n, account: LedgerAccount): string {
  switch (account) {
    case 'stripe-balance':
      return i18n.t('Balance at Stripe')
    case 'cash-box':
      return i18n.t('Cash box')
    case 'receivable':
      return i18n.t('Owed by customers')
    case 'revenue':
      return i18n.t('Revenue')
    case 'tax-payable':
      return i18n.t('Tax to pay')
    case 'refunds-due':
      return i18n.t('Due back to customers')
    default:
      return never(account)
  }
}

/** What a transaction of the books says. */
export function factName(i18n: I18n, kind: FactKind): string {
  switch (kind) {
    case 'sale-opened':
      return i18n.t('Sale opened')
    case 'sale-changed':
      return i18n.t('Sale changed')
    case 'sale-closed':
      return i18n.t('Sale closed')
    case 'payment-taken':
      return i18n.t('Payment taken')
    case 'payment-undone':
      return i18n.t('Payment undone')
    case 'refund-made':
      return i18n.t('Refund made')
    case 'refund-withdrawn':
      return i18n.t('Refund withdrawn')
    case 'refund-given':
      return i18n.t('Refund given')
    case 'refund-failed':
      return i18n.t('Refund failed')
    default:
      return never(kind)
  }
}

/** What is filled into a field of a category, in some words. */
export function kindName(i18n: I18n, kind: FieldKind): string {
  switch (kind) {
    case 'string':
      return i18n.t('A few words')
    case 'text':
      return i18n.t('Some lines')
    case 'integer':
      return i18n.t('A whole number')
    case 'number':
      return i18n.t('A number')
    case 'boolean':
      return i18n.t('A box to tick')
    case 'enum':
      return i18n.t('One of several answers')
    case 'date':
      return i18n.t('A date')
    default:
      return never(kind)
  }
}
