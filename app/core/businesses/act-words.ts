import type { I18n } from '@lingui/core'
import { formatDateTime } from '~/kernel/format'
import { isId } from '~/kernel/ids'
import { worded } from '~/platform/words/i18n'

/** The areas of a business's audit, by the first word of their acts. */
export const auditAreas = worded(
  (i18n: I18n): Readonly<Record<string, string>> => ({
    bookings: i18n.t('Bookings'),
    sales: i18n.t('Payments'),
    businesses: i18n.t('Business, stores, people and members'),
    schedules: i18n.t('Hours and days off'),
    listings: i18n.t('What is on offer'),
    pictures: i18n.t('Pictures'),
    appointments: i18n.t('Services'),
    allocation: i18n.t('Places and blocked time'),
    contacts: i18n.t('Contacts'),
    reviews: i18n.t('Reviews'),
  }),
)

const nouns = worded(
  (i18n: I18n): Readonly<Record<string, string>> => ({
    block: i18n.t('Blocked time'), booking: i18n.t('Booking'), business: i18n.t('Business'), capacity: i18n.t('Capacity'), contact: i18n.t('Contact'),
    'days-off': i18n.t('Days off'), feed: i18n.t('Calendar address'), domains: i18n.t('Trades'), exception: i18n.t('Other hours'), hours: i18n.t('Weekly hours'),
    invitation: i18n.t('Invitation'), item: i18n.t('Part of a booking'), link: i18n.t('Link to a booking'), listing: i18n.t('Listing'),
    member: i18n.t('Member'), move: i18n.t('Move of a booking'), payment: i18n.t('Payment'), picture: i18n.t('Picture'), place: i18n.t('Place'), questions: i18n.t('Questions'),
    reminders: i18n.t('Reminders'), requests: i18n.t('Mails that ask for a review'), review: i18n.t('Review'), service: i18n.t('Service'), staff: i18n.t('Staff profile'), store: i18n.t('Store'),
  }),
)

const verbs = worded(
  (i18n: I18n): Readonly<Record<string, string>> => ({
    activate: i18n.t('switched on'), answer: i18n.t('answered'), give: i18n.t('given'), hide: i18n.t('hidden'), show: i18n.t('shown again'), add: i18n.t('added'), ask: i18n.t('asked for'), cancel: i18n.t('cancelled'), cancelled: i18n.t('cancelled'),
    change: i18n.t('changed'), 'change-role': i18n.t('given another role'), close: i18n.t('closed'), completed: i18n.t('completed'),
    confirmed: i18n.t('confirmed'), create: i18n.t('created'), deactivate: i18n.t('switched off'), declined: i18n.t('declined'), expired: i18n.t('run out'),
    join: i18n.t('joined'), link: i18n.t('given to a member'), move: i18n.t('moved'), no_show: i18n.t('marked as not come'), note: i18n.t('noted'),
    place: i18n.t('placed'), reassign: i18n.t('given to somebody else'), remove: i18n.t('removed'), reopen: i18n.t('opened again'),
    replace: i18n.t('replaced'), restore: i18n.t('set back'), revoke: i18n.t('revoked'), save: i18n.t('saved'), send: i18n.t('sent'),
    set: i18n.t('set'), 'set-status': i18n.t('given another state'), stop: i18n.t('stopped'), switch: i18n.t('switched'), take: i18n.t('taken'),
    undo: i18n.t('undone'), unlink: i18n.t('taken from a member'), withdraw: i18n.t('withdrawn'),
  }),
)

/** An act of the audit in words: "Booking: confirmed". What has no word is shown as it is written. */
export function actWords(i18n: I18n, action: string): string {
  const [, noun = '', verb = ''] = action.split('.')
  const [thing, done] = [nouns(i18n)[noun], verbs(i18n)[verb]]
  return thing && done ? i18n.t('{thing}: {done}', { thing, done }) : action
}

/**
 * What a row of the audit tells of the change, as plain text: names of fields, and values of those that are not personal. Ids say nothing
 * to people and are left out; instants (UTC milliseconds) are written in the zone given.
 */
export function changeWords(i18n: I18n, zone: string, changes: Readonly<Record<string, unknown>>): string {
  return Object.entries(changes)
    .flatMap(([name, value]) => {
      const text = valueWords(i18n, zone, value)
      return text === '' ? [] : [`${name}: ${text}`]
    })
    .join('; ')
}

function valueWords(i18n: I18n, zone: string, value: unknown): string {
  if (typeof value === 'string') return isId(value) ? '' : value
  if (typeof value === 'number') return value >= earliestInstant ? formatDateTime(i18n.locale, zone, value) : String(value)
  if (typeof value === 'boolean') return value ? i18n.t('yes') : i18n.t('no')
  if (Array.isArray(value)) return value.map((one) => valueWords(i18n, zone, one)).filter(Boolean).join(', ')
  if (typeof value === 'object' && value !== null) return changeWords(i18n, zone, { ...value })
  return ''
}

// No amount and no count of a business comes near the milliseconds of the year 2001.
const earliestInstant = 1_000_000_000_000
