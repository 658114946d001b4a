import { beforeEach, describe, expect, test } from 'vitest'
import { inviteMember, withdrawInvitation } from '~/core/businesses/index.server'
import { emailVerificationAsked, passwordChanged, passwordResetAsked, registrationRepeated } from '~/core/identity/events'
import { isTokenGood } from '~/core/identity/tokens.server'
import { minute } from '~/kernel/time'
import { read, transact } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import type { EventKind } from '~/platform/outbox/events'
import { i18nFor, languages } from '~/platform/words/i18n'
import { addMember, business } from '../../../tests/world/businesses'
import { person, type Person } from '../../../tests/world/identity'
import { letters, tellEverybody, toldInCentre } from '../../../tests/world/notifications'
import { contextAt, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { markRead, notificationsOf, unreadCount, type NoticeCursor } from './centre.server'
import { memberJoined } from '../businesses/events'
import { notificationKinds, type NotificationKind } from './model/kinds'
import { notify } from './notify.server'
import { preferencesOf, savePreferences } from './preferences.server'
import { kindLabel, notificationSentence } from './sentences'

withDatabase()

let ana: Person
beforeEach(() => {
  ana = person({ language: 'en' })
})

const say = <P extends Record<string, unknown>>(kind: EventKind<P>, payload: P) => transact((db) => announce(db, contextAt(), kind, { subject: ana.id, payload }))
const tell = (key: string, more: { kind?: NotificationKind; now?: number; userId?: string } = {}) =>
  transact((db) =>
    notify(db, contextAt(more.now), { userId: more.userId ?? ana.id, businessId: null, kind: more.kind ?? 'visit-confirmed', params: { what: 'Cut' }, href: '/account/bookings', key }),
  )
const everything = { unread: false, kind: null }

describe('the mails of accounts', () => {
  test('verify and reset carry a token that is good, and no event holds it', () => {
    say(emailVerificationAsked, { userId: ana.id })
    say(passwordResetAsked, { userId: ana.id })
    say(passwordResetAsked, { userId: null })
    tellEverybody()
    const [verify, reset, ...more] = letters()
    expect(more).toEqual([])
    const tokenIn = (text = '') => decodeURIComponent(/token=(\S+)/.exec(text)?.[1] ?? '')
    expect([verify?.template, reset?.template]).toEqual(['verify-email', 'reset-password'])
    expect(read((db) => isTokenGood(db, tokenIn(verify?.text), 'verify-email', theMorning))).toBe(true)
    expect(read((db) => isTokenGood(db, tokenIn(reset?.text), 'reset-password', theMorning))).toBe(true)
    expect(JSON.stringify(rows('SELECT payload FROM events'))).not.toContain(tokenIn(reset?.text))
    expect(verify?.headers).toEqual([])
  })

  test('an owner of an address hears that somebody registered with it, and of a changed password in the centre too', () => {
    say(registrationRepeated, { userId: ana.id })
    say(passwordChanged, { userId: ana.id, by: 'reset' })
    tellEverybody()
    expect(letters(ana.email).map(({ template }) => template)).toEqual(['already-registered', 'password-changed'])
    expect(toldInCentre(ana.id)).toEqual(['password-changed'])
  })

  test('each reads in the language of the account', () => {
    const rui = person({ email: 'rui@example.test', name: 'Rui', language: 'pt-PT' })
    transact((db) => announce(db, contextAt(), registrationRepeated, { subject: rui.id, payload: { userId: rui.id } }))
    tellEverybody()
    expect(letters('rui@example.test')[0]?.html).toContain('lang="pt-PT"')
  })

  test('an invitation is sent once, by the business, and not where it was taken back meanwhile', () => {
    const salon = business()
    const invited = inviteMember(salon.ctx, { email: 'new@example.test', role: 'manager', staffId: null })
    tellEverybody()
    tellEverybody()
    expect(letters('new@example.test')).toMatchObject([{ template: 'invitation', fromName: 'Harbour Salon', text: expect.stringContaining('/invitation?token=') }])
    expect(letters('new@example.test')[0]?.text).toContain('14 days')
    expect(invited.ok).toBe(true)
    const second = inviteMember(salon.ctx, { email: 'other@example.test', role: 'staff', staffId: null })
    if (second.ok) withdrawInvitation(salon.ctx, second.value.id)
    tellEverybody()
    expect(letters('other@example.test')).toEqual([])
  })

  test('owners hear that somebody has joined; who joined does not', () => {
    const salon = business()
    addMember(salon.business.id, ana.id, 'owner')
    transact((db) =>
      announce(db, contextAt(), memberJoined, { businessId: salon.business.id, subject: 'm', payload: { memberId: 'm', userId: ana.id, role: 'owner', invitationId: 'i' } }),
    )
    tellEverybody()
    expect([toldInCentre(salon.ownerId), toldInCentre(ana.id)]).toEqual([['member-joined'], []])
  })
})

describe('the centre', () => {
  test('a notification is written once for its key', () => {
    tell('one')
    tell('one')
    expect(read((db) => unreadCount(db, ana.id))).toBe(1)
  })

  test('marks one, some or all as read, and never another’s', () => {
    const rui = person({ email: 'rui@example.test' })
    for (const key of ['a', 'b', 'c']) tell(key)
    tell('his', { userId: rui.id })
    const [first] = read((db) => notificationsOf(db, ana.id, everything)).rows
    expect(markRead(contextAt(), rui.id, [first!.id])).toBe(0)
    expect(markRead(contextAt(), ana.id, [first!.id, first!.id])).toBe(1)
    expect(markRead(contextAt(), ana.id, [])).toBe(0)
    expect(markRead(contextAt(), ana.id, 'all')).toBe(2)
    expect([ana.id, rui.id].map((id) => read((db) => unreadCount(db, id)))).toEqual([0, 1])
  })

  test('pages by cursor, the newest first, each line once, and filters by kind and what is unread', () => {
    for (let n = 0; n < 65; n += 1) tell(`${n}`, { now: theMorning + Math.floor(n / 2) * minute, kind: n % 13 === 0 ? 'visit-reminder' : 'visit-confirmed' })
    const seen: string[] = []
    let cursor: NoticeCursor | null = null
    do {
      const { rows: page, next } = read((db) => notificationsOf(db, ana.id, everything, cursor))
      seen.push(...page.map(({ id }) => id))
      cursor = next
    } while (cursor)
    expect([seen.length, new Set(seen).size]).toEqual([65, 65])
    expect(read((db) => notificationsOf(db, ana.id, { unread: false, kind: 'visit-reminder' })).rows).toHaveLength(5)
    markRead(contextAt(), ana.id, seen.slice(0, 60))
    expect(read((db) => notificationsOf(db, ana.id, { unread: true, kind: null })).rows).toHaveLength(5)
  })

  test('counting what is unread reads an index alone', () => {
    const plan = rows<{ detail: string }>('EXPLAIN QUERY PLAN SELECT count(*) FROM notifications WHERE user_id = ? AND read_at IS NULL', ana.id)
    expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('notifications_unread')])
  })
})

describe('what somebody wants', () => {
  test('everything is on, only what was changed is a row, and what must be told cannot be turned off', () => {
    expect(read((db) => preferencesOf(db, ana.id)).every(({ app, email, mail }) => app && email === (mail !== 'none'))).toBe(true)
    const all = read((db) => preferencesOf(db, ana.id)).flatMap(({ kind }) => [`${kind} app`, `${kind} email`])
    savePreferences(contextAt(), { userId: ana.id, wanted: all.filter((wish) => wish !== 'booking-placed email' && wish !== 'visit-cancelled email') })
    expect(rows('SELECT kind, channel, wanted FROM notification_preferences')).toEqual([{ kind: 'booking-placed', channel: 'email', wanted: 0 }])
    savePreferences(contextAt(), { userId: ana.id, wanted: all })
    expect(rows('SELECT kind, channel, wanted FROM notification_preferences')).toEqual([{ kind: 'booking-placed', channel: 'email', wanted: 1 }])
    expect(rows("SELECT changes FROM audit WHERE action = 'notifications.preferences.change'")).toHaveLength(2)
  })

  test('`notify` says whether a mail is wanted', () => {
    savePreferences(contextAt(), { userId: ana.id, wanted: [] })
    expect(tell('a', { kind: 'visit-reminder' })).toEqual({ email: false })
    expect(tell('b', { kind: 'visit-cancelled' })).toEqual({ email: true })
    expect(toldInCentre(ana.id)).toEqual([])
  })
})

test.each(languages)('every kind has a label and a sentence, in %s', (language) => {
  const i18n = i18nFor(language)
  const params = { what: 'Cut', business: 'Harbour Salon', reference: 'AP-7K3M9Q', startsAt: String(theMorning), zone: 'Europe/Lisbon' }
  for (const kind of notificationKinds) {
    expect(kindLabel(i18n, kind), kind).toMatch(/\S/)
    expect(notificationSentence(i18n, kind, params), kind).not.toMatch(/undefined|\{\w+\}/)
  }
})
