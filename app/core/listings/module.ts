import type { I18n } from '@lingui/core'
import { defineModule } from '../../kernel/define-module'

export default defineModule({
  id: 'listings',
  folder: 'core/listings',
  permissions: {
    'listings.read': ['owner', 'manager', 'staff'],
    /** Which listings a member may change, each trade says. */
    'listings.manage': ['owner', 'manager'],
  },
  navigation: [{ to: 'listings', label: (i18n) => i18n.t('Listings'), icon: 'image', needs: 'listings.read', order: 40 }],
  messages: {
    'listings.categories-saved': (i18n) => ({ text: i18n.t('Customers find you under these categories now.') }),
    'listings.copied': (i18n) => ({ text: i18n.t('This is the copy. Customers see it once you publish it.') }),
    'listings.mend-first': (i18n) => ({ text: i18n.t('It cannot be duplicated before it is complete. Save it once to see what is missing.'), tone: 'bad' }),
    'listings.publication': (i18n, { done = '', left = '' }) => told(i18n, i18n.t('{done, plural, =0 {Nothing was published.} one {# listing is published.} other {# listings are published.}}', { done: Number(done) }), done, left),
    'listings.pause': (i18n, { done = '', left = '' }) => told(i18n, i18n.t('{done, plural, =0 {Nothing was paused.} one {# listing is paused.} other {# listings are paused.}}', { done: Number(done) }), done, left),
    'listings.archiving': (i18n, { done = '', left = '' }) => told(i18n, i18n.t('{done, plural, =0 {Nothing went into the archive.} one {# listing is in the archive.} other {# listings are in the archive.}}', { done: Number(done) }), done, left),
  },
  routes: (r) => [
    r.dashboard('settings/categories', 'settings-categories'),
    r.dashboard('listings', 'desk-listings'),
    r.bare('dashboard/:business/listings.csv', 'desk-listings-file'),
    r.dashboard('listings/selection/:act', 'desk-listings-selection'),
    r.dashboard('listings/:listing/copy', 'desk-listing-copy'),
  ],
})

function told(i18n: I18n, done: string, count: string, left: string): { text: string; tone?: 'bad' } {
  if (left === '0') return { text: done }
  const stays = i18n.t('{left, plural, one {# stays as it was: its own page says what is missing.} other {# stay as they were: their own pages say what is missing.}}', { left: Number(left) })
  return { text: `${done} ${stays}`, ...(count === '0' && { tone: 'bad' as const }) }
}
