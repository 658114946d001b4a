import type Database from 'better-sqlite3'
import { findAll } from 'domutils'
import type { AnyNode, Element, Text } from 'domhandler'
import { parseDocument } from 'htmlparser2'
import { zones } from '~/kernel/time'

// What people and businesses wrote themselves, or what names them.
const written = new Set([
  'name', 'display_name', 'title', 'description', 'section', 'about', 'kicker', 'line1', 'line2', 'postal_code', 'city', 'region', 'directions', 'email',
  'contact_name', 'contact_email', 'contact_phone', 'phone', 'attendee_name', 'reference', 'note', 'owner_note', 'reason', 'label', 'hint', 'options', 'answer',
  'bio', 'alt', 'slug', 'code', 'tax_name', 'device', 'website', 'legal_name', 'tax_number', 'to', 'subject', 'cover', 'time_zone', 'action', 'id', 'request_id',
  'job', 'type', 'subscriber', 'error', 'template', 'schema', 'text',
  'bring', 'included', 'meeting_point', 'languages', 'kinds', 'amenities', 'house_rules', 'licence', 'street', 'venue_name', 'venue_address', 'notes', 'cancel_reason', 'virtual_link',
  'words', 'message', 'body', 'wished_for',
])

/** Every text in the file that is no sentence of ours, the longest first; and the initials that stand for pictures. */
export function dataIn(file: Database.Database): string[] {
  const tables = file.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all() as string[]
  const texts = new Set<string>()
  for (const table of tables) {
    for (const { name } of file.pragma(`table_info("${table}")`) as { name: string }[]) {
      if (!written.has(name)) continue
      const values = file.prepare(`SELECT DISTINCT "${name}" FROM "${table}" WHERE typeof("${name}") = 'text'`).pluck().all() as string[]
      values.flatMap(piecesOf).forEach((text) => texts.add(text))
      // A review is signed with the first of a customer's names.
      if (name === 'contact_name') values.forEach((whole) => texts.add(whole.split(' ')[0] ?? whole))
    }
  }
  const initials = [...texts].filter((text) => /^\p{L}+( \p{L}+)+$/u.test(text)).map((name) => name.split(' ').map(([first]) => first).filter((_first, at, all) => at === 0 || at === all.length - 1).join(''))
  return [...new Set([...texts, ...initials])].filter((text) => text.length > 1).sort((a, b) => b.length - a.length)
}

function piecesOf(value: string): string[] {
  return /^[[{]/.test(value) ? wordsIn(JSON.parse(value)) : [value]
}

/** Every text within what is kept as JSON. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}

const read = ['aria-label', 'placeholder', 'alt', 'title']

/** What of a page or a mail's HTML no sentence of the catalogue says, and no data. */
export function bareTextIn(html: string, data: readonly string[]): string[] {
  const document = parseDocument(html)
  const texts = textNodes(document.children).map((node) => node.data)
  for (const element of findAll(() => true, document.children)) {
    texts.push(...read.flatMap((name) => element.attribs[name] ?? []))
    if (element.name === 'meta' && element.attribs.name === 'description') texts.push(element.attribs.content ?? '')
    if (element.name === 'input' && ['submit', 'button'].includes(element.attribs.type ?? '')) texts.push(element.attribs.value ?? '')
  }
  return bareAmong(texts, data)
}

/** The same for pieces of plain text. */
export function bareAmong(texts: readonly string[], data: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.replaceAll(/\s+/g, ' ').trim()))].filter((text) => isBare(text, data))
}

function textNodes(nodes: readonly AnyNode[]): Text[] {
  return nodes.flatMap((node): Text[] => {
    if (node.type === 'text') return [node as Text]
    const element = node as Element
    // What stands in a text area was typed by somebody.
    return ['style', 'script', 'textarea'].includes(element.name) || !('children' in element) ? [] : textNodes(element.children)
  })
}

function isBare(text: string, data: readonly string[]): boolean {
  let rest = text
  // The innermost first: a value of a sentence may be a sentence itself.
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ')
  }
  // The line that a mailbox shows beside a subject is cut after so many letters, in the middle of a sentence.
  rest = rest.replace(/^⟦[^⟦⟧]*$/, ' ')
  if (!hasWords(withoutFormats(rest))) return false
  // A business may have written the name of a place or a day: its own words first.
  for (const known of data) if (rest.includes(known)) rest = rest.replaceAll(known.length < 4 ? wholeWord(known) : known, ' ')
  return hasWords(withoutFormats(rest))
}

/** What is short is taken out where it stands alone: “No” is no part of “Nov”. */
function wholeWord(known: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${known.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)}(?![\\p{L}\\p{N}])`, 'gu')
}

const hasWords = (text: string) => /\p{L}/u.test(text)

const regions = ['en-GB', 'en'].map((locale) => new Intl.DisplayNames(locale, { type: 'region' }))
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
// Twelve days, each in a month of its own, and among them all seven of a week.
const calendar = ['en-GB', 'en'].flatMap((locale) =>
  Array.from({ length: 12 }, (_, month) => [new Date(Date.UTC(2026, month, 1)), new Date(Date.UTC(2026, 0, month + 1))]).flat().flatMap((date) =>
    (['long', 'short'] as const).flatMap((style) => [
      new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' }).format(date),
      new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(date),
    ]),
  ),
)
/** What `Intl` writes, and the names of the house and of languages, which nobody translates. */
const formatted = [
  ...letters.flatMap((one) => letters.flatMap((two) => regions.map((region) => region.of(one + two) ?? ''))).filter((name) => name.length > 2),
  ...zones().map((zone) => zone.replaceAll('_', ' ')),
  ...zones().map((zone) => (zone.split('/').at(-1) ?? '').replaceAll('_', ' ')),
  ...Intl.supportedValuesOf('currency'),
  // Intl calls it Calcutta still.
  'Kolkata',
  'Guildhall', 'Google', 'Facebook', 'English', 'Português', 'GMT', 'UTC', 'CA$',
].sort((a, b) => b.length - a.length)
const wordsOfCalendar = new RegExp(`(?<!\\p{L})(${[...new Set(calendar)].sort((a, b) => b.length - a.length).join('|')})(?!\\p{L})`, 'gu')
const wordsOfIntl = new RegExp(`(?<!\\p{L})(${formatted.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?!\\p{L})`, 'gu')

function withoutFormats(text: string): string {
  return text
    .replaceAll(/https?:\/\/\S+|…[0-9a-f]{12}/g, ' ')
    // The code of a ticket.
    .replaceAll(/\b[2-9A-Z]{5}(-[2-9A-Z]{5}){2}\b/g, ' ')
    .replaceAll(wordsOfIntl, ' ')
    .replaceAll(wordsOfCalendar, ' ')
}


/** What the audit says happened: names of fields and their values, as the file has them. */
export function changesIn(file: Database.Database): string[] {
  const changes = file.prepare('SELECT DISTINCT changes FROM audit').pluck().all() as string[]
  const leaves = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [key, ...leaves(inner)]) : [String(value)])
  return [...new Set(changes.flatMap((text) => leaves(JSON.parse(text))))].filter((text) => text.length > 1).sort((a, b) => b.length - a.length)
}
