/** What somebody can be told of, and whether its mail can be turned off. */
export const kinds = {
  'booking-placed': { about: 'business', mail: 'optional' },
  'booking-cancelled': { about: 'business', mail: 'optional' },
  'booking-moved': { about: 'business', mail: 'optional' },
  'booking-unanswered': { about: 'business', mail: 'optional' },
  'move-asked': { about: 'business', mail: 'optional' },
  'session-undecided': { about: 'business', mail: 'always' },
  'session-moved': { about: 'business', mail: 'optional' },
  'session-cancelled': { about: 'business', mail: 'optional' },
  'series-left-out': { about: 'business', mail: 'always' },
  'channel-clash': { about: 'business', mail: 'optional' },
  'channel-failing': { about: 'business', mail: 'optional' },
  'enquiry-received': { about: 'business', mail: 'optional' },
  'member-joined': { about: 'business', mail: 'none' },
  'visit-held': { about: 'visits', mail: 'always' },
  'visit-lapsed': { about: 'visits', mail: 'always' },
  'visit-paid-late': { about: 'visits', mail: 'always' },
  'visit-received': { about: 'visits', mail: 'always' },
  'visit-confirmed': { about: 'visits', mail: 'always' },
  'visit-declined': { about: 'visits', mail: 'always' },
  'visit-moved': { about: 'visits', mail: 'always' },
  'visit-not-moved': { about: 'visits', mail: 'always' },
  'visit-cancelled': { about: 'visits', mail: 'always' },
  'visit-item-cancelled': { about: 'visits', mail: 'always' },
  'visit-expired': { about: 'visits', mail: 'always' },
  'visit-reminder': { about: 'visits', mail: 'optional' },
  'log-in-added': { about: 'account', mail: 'always' },
  'password-changed': { about: 'account', mail: 'always' },
} as const satisfies Record<string, { about: 'business' | 'visits' | 'account'; mail: 'optional' | 'always' | 'none' }>

export type NotificationKind = keyof typeof kinds

export const notificationKinds = Object.keys(kinds) as readonly NotificationKind[]

/** Whether a row or a form names a kind that the code knows. */
export function isNotificationKind(text: string): text is NotificationKind {
  return Object.hasOwn(kinds, text)
}

/** Whether the mail of a kind may be turned off. */
export function mailIsOptional(kind: NotificationKind): boolean {
  return kinds[kind].mail === 'optional'
}
