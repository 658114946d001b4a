/** A component of a calendar file, its properties by name (the last one of a name), as values without their escapes. */
export interface ReadEvent {
  readonly [name: string]: string
}

export interface ReadCalendar {
  readonly properties: Readonly<Record<string, string>>
  readonly events: readonly ReadEvent[]
}

/** Reads a calendar file by the letter of RFC 5545: 3.1 (folded lines of at most 75 octets, CRLF), 3.3.11 (escapes), 3.6 (components). Throws where it is none. */
export function readCalendar(file: string): ReadCalendar {
  if (!file.endsWith('\r\n') || /(^|[^\r])\n/.test(file)) throw new Error('Lines end with CRLF')
  const long = file.split('\r\n').find((line) => Buffer.byteLength(line) > 75)
  if (long !== undefined) throw new Error(`Longer than 75 octets: ${long}`)
  const open: { kind: string; properties: Record<string, string> }[] = []
  const done: { kind: string; properties: Record<string, string> }[] = []
  for (const line of file.replaceAll(/\r\n[ \t]/g, '').trimEnd().split('\r\n')) {
    const [, name, value] = /^([A-Z0-9-]+)(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?:(.*)$/s.exec(line) ?? []
    if (name === undefined || value === undefined) throw new Error(`No content line: ${line}`)
    if (name === 'BEGIN') open.push({ kind: value, properties: {} })
    else if (name === 'END') done.push(closed(open.pop(), value))
    else Object.assign(open.at(-1)?.properties ?? {}, { [name]: value.replaceAll(/\\(.)/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign)) })
  }
  const calendar = done.at(-1)
  if (open.length > 0 || calendar?.kind !== 'VCALENDAR' || calendar.properties.VERSION !== '2.0') throw new Error('No calendar')
  return { properties: calendar.properties, events: done.filter(({ kind }) => kind === 'VEVENT').map(({ properties }) => required(properties)) }
}

/** The instant of a time in UTC, such as 20261104T100000Z. */
export function instantOf(text: string | undefined): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '') ?? []
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

function closed<Component extends { kind: string }>(component: Component | undefined, kind: string): Component {
  if (component?.kind !== kind) throw new Error(`END:${kind} closes nothing`)
  return component
}

function required(event: Record<string, string>): ReadEvent {
  for (const name of ['UID', 'DTSTAMP', 'DTSTART']) if (event[name] === undefined) throw new Error(`An event without ${name}`)
  return event
}
