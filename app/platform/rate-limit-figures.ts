/** How many acts one key may do in a row, and the time (ms) over which that number comes back. */
export interface Figure {
  readonly acts: number
  readonly per: number
}

const minute = 60_000
const hour = 60 * minute

/** Every limit and its figure for the public; RATE_LIMITS replaces single ones, RATE_LIMIT_FACTOR multiplies the `acts` of all. */
export const rateLimits = {
  /** Log-ins by address. */
  login: { acts: 20, per: 15 * minute },
  registration: { acts: 10, per: hour },
  /** Asking for a new password. */
  reset: { acts: 5, per: hour },
  /** Looking a booking up by reference and e-mail. */
  lookup: { acts: 20, per: 15 * minute },
  /** Any other form that strangers may post. */
  publicForm: { acts: 30, per: 10 * minute },
  /** Pictures by account: each is drawn in every size. */
  upload: { acts: 120, per: hour },
  /** Reading a calendar by its secret address: programs ask a few times an hour, from several devices. */
  feed: { acts: 60, per: hour },
  /** High: calendar services ask for all their users from few addresses. */
  feedPerAddress: { acts: 3000, per: hour },
  /** Asking at once for the calendar of another channel, by calendar. */
  channelFetch: { acts: 6, per: hour },
  bookingPerContact: { acts: 10, per: hour },
  /** High: a whole office may sit behind one address. */
  bookingPerAddress: { acts: 600, per: hour },
  /** Who comes back from a payment page has Stripe asked: a whole office may, nobody hammers. */
  paymentLanding: { acts: 300, per: hour },
} as const satisfies Record<string, Figure>

export type RateLimitName = keyof typeof rateLimits

const units = { s: 1000, m: minute, h: hour } as const

/** Reads figures such as `login=20/15m, reset=5/1h` (acts per time in s, m or h); null where a name or a figure is none. */
export function readFigures(text: string): Partial<Record<RateLimitName, Figure>> | null {
  const figures: Partial<Record<RateLimitName, Figure>> = {}
  for (const part of text.split(',')) {
    const [, name = '', acts, time, unit] = /^\s*(\w+)=(\d+)\/(\d+)([smh])\s*$/.exec(part) ?? []
    if (!isName(name) || !Number(acts) || !Number(time)) return null
    figures[name] = { acts: Number(acts), per: Number(time) * units[unit as keyof typeof units] }
  }
  return figures
}

function isName(name: string): name is RateLimitName {
  return Object.hasOwn(rateLimits, name)
}
