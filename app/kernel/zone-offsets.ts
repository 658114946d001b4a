/**
 * The offset of a zone at an instant, in milliseconds, positive east of Greenwich. Throws a RangeError for an unknown zone.
 * It comes from Intl and not from a Temporal polyfill: that samples Intl some weeks apart, and so misses the month in which Morocco
 * changes its clocks for Ramadan, and every change after 2036. One look-up per zone and day of UTC is kept; after it this is arithmetic.
 */
export function offsetAt(at: number, zone: string): number {
  const known = offsetsOfDay(Math.floor(at / day), zone)
  if (typeof known === 'number') return known
  return at < known.change ? known.before : known.after
}

/** Every offset in force within a day of this instant or wall time, each once: one as a rule, two near a change. */
export function offsetsNear(at: number, zone: string): number[] {
  const middle = Math.floor(at / day)
  const found: number[] = []
  for (let utcDay = middle - 1; utcDay <= middle + 1; utcDay += 1) {
    const known = offsetsOfDay(utcDay, zone)
    if (typeof known === 'number') {
      if (!found.includes(known)) found.push(known)
    } else {
      if (!found.includes(known.before)) found.push(known.before)
      if (!found.includes(known.after)) found.push(known.after)
    }
  }
  return found
}

/** The change of the zone's clocks after this instant, at most two days later. Throws where there is none. */
export function changeAfter(at: number, zone: string): number {
  const first = Math.floor(at / day)
  for (let utcDay = first; utcDay <= first + 2; utcDay += 1) {
    const known = offsetsOfDay(utcDay, zone)
    if (typeof known !== 'number' && known.change > at) return known.change
  }
  throw new RangeError(`The clocks of ${zone} do not change then`)
}

interface ChangeOfDay {
  readonly change: number
  readonly before: number
  readonly after: number
}
type OffsetsOfDay = number | ChangeOfDay

function offsetsOfDay(utcDay: number, zone: string): OffsetsOfDay {
  const kept = keptFor(zone)
  const known = kept.days.get(utcDay)
  if (known !== undefined) return known
  // Bounded: ten years of days are a few hundred kilobytes, and a forgotten day costs microseconds.
  if (kept.days.size >= 4000) kept.days.clear()
  const found = lookUp(utcDay * day, kept.clock)
  kept.days.set(utcDay, found)
  return found
}

function lookUp(from: number, clock: Intl.DateTimeFormat): OffsetsOfDay {
  const before = measure(from, clock)
  const after = measure(from + day, clock)
  if (before === after) return before
  let [low, high] = [from, from + day]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (measure(middle, clock) === before) low = middle
    else high = middle
  }
  return { change: high, before, after }
}

function measure(at: number, clock: Intl.DateTimeFormat): number {
  const [month = 1, date = 1, year = 1970, hours = 0, minutes = 0, seconds = 0] = (clock.format(at).match(/\d+/g) ?? []).map(Number)
  const wall = new Date(0)
  wall.setUTCFullYear(year, month - 1, date)
  return wall.setUTCHours(hours, minutes, seconds) - Math.floor(at / 1000) * 1000
}

interface Kept {
  readonly clock: Intl.DateTimeFormat
  readonly days: Map<number, OffsetsOfDay>
}

function keptFor(zone: string): Kept {
  let kept = keptByZone.get(zone)
  if (!kept) {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone, hourCycle: 'h23', calendar: 'gregory', numberingSystem: 'latn',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    })
    // A name arrives from forms and cookies, so in any spelling: bounded too.
    if (keptByZone.size >= 200) keptByZone.clear()
    kept = { clock, days: new Map() }
    keptByZone.set(zone, kept)
  }
  return kept
}

const day = 86_400_000
const keptByZone = new Map<string, Kept>()
