import { findAll, findOne, getElementsByTagName, textContent } from 'domutils'
import { parseDocument } from 'htmlparser2'
import type { Document, Element } from 'domhandler'

export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>

/** Files to send, by field. */
export type Files = Readonly<Record<string, { readonly name: string; readonly base64: string }>>

/** What came back, read as a page where it is one. */
export interface Page {
  readonly status: number
  readonly path: string
  readonly location: string | null
  readonly headers: Headers
  readonly html: string
  readonly document: Document
}

/** Somebody with cookies who asks for pages and sends forms; redirects are shown, not followed, unless asked. */
export interface Visitor {
  get(path: string): Promise<Page>
  post(path: string, fields: Fields, files?: Files): Promise<Page>
  /** Sends the form of a page with everything that stands in it, hidden fields too, and these fields changed. */
  send(page: Page, form: string, fields?: Fields, files?: Files): Promise<Page>
  /** Its cookies, as a Cookie header has them. */
  cookies(): string
  /** Follows a 303 to its page. */
  follow(answer: Page): Promise<Page>
}

/** A visitor of the house at `origin`. `cookies` as a Cookie header has them. */
export function visitor(origin: string, cookies = '', language = 'en'): Visitor {
  const jar = new Map(cookies.split('; ').filter(Boolean).map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
  const cookiesNow = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const answer = await fetch(origin + path, {
      redirect: 'manual',
      ...init,
      headers: { 'Accept-Language': language, Accept: 'text/html', Origin: origin, Cookie: cookiesNow() },
    })
    answer.headers.getSetCookie().forEach((line) => keep(jar, line))
    const html = await answer.text()
    return { status: answer.status, path, location: answer.headers.get('Location'), headers: answer.headers, html, document: parseDocument(html) }
  }
  const post = (path: string, fields: Fields, files?: Files) => ask(path, { method: 'POST', body: files ? multipartOf(fields, files) : bodyOf(fields) })
  return {
    get: (path) => ask(path),
    post,
    cookies: cookiesNow,
    send: (page, form, fields = {}, files) => {
      const found = formOf(page, form)
      return post(found.action, { ...found.fields, ...fields }, files)
    },
    follow: (answer) => {
      if (answer.location === null) throw new Error(`${answer.path} answered ${answer.status} and leads nowhere`)
      const to = new URL(answer.location, origin)
      return ask(to.pathname + to.search)
    },
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = '', ...rest] = line.split('; ')
  const at = pair.indexOf('=')
  if (rest.some((part) => /^max-age=0$/i.test(part))) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), pair.slice(at + 1))
}

/** Fields as a browser would send them; lists are sent once for each entry, what is undefined not at all. */
export function bodyOf(fields: Fields): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) body.append(name, one)
  }
  return body
}

/** The same with files, as a form that takes them is sent. */
function multipartOf(fields: Fields, files: Files): FormData {
  const body = new FormData()
  for (const [name, value] of bodyOf(fields)) body.append(name, value)
  for (const [name, file] of Object.entries(files)) body.append(name, new File([Buffer.from(file.base64, 'base64')], file.name))
  return body
}

export interface FormOnPage {
  readonly id: string
  readonly method: string
  readonly action: string
  readonly fields: Record<string, string | string[]>
  /** Those of the fields that nobody sees or types. */
  readonly hidden: Record<string, string | string[]>
}

/** Every form of a page with what stands in it. */
export function formsOf(page: Page): FormOnPage[] {
  return getElementsByTagName('form', page.document).map((form) => readForm(page, form))
}

/** The form of a page with this id. */
export function formOf(page: Page, id: string): FormOnPage {
  const forms = formsOf(page)
  const found = forms.find((form) => form.id === id)
  if (!found) throw new Error(`${page.path} (${page.status}) has no form “${id}”, but ${forms.map((form) => form.id || form.action).join(', ') || 'none'}`)
  return found
}

function readForm(page: Page, form: Element): FormOnPage {
  const { id = '', action, method = 'get' } = form.attribs
  const inside = (element: Element) => (element.attribs.form === undefined ? isWithin(element, form) : element.attribs.form === id)
  const controls = findAll((element) => ['input', 'select', 'textarea'].includes(element.name) && inside(element), page.document.children)
  return {
    id,
    method: method.toLowerCase(),
    action: action ? new URL(action, `http://page${page.path}`).href.slice('http://page'.length) : page.path,
    fields: fieldsOf(controls),
    hidden: fieldsOf(controls.filter(({ attribs }) => attribs.type === 'hidden')),
  }
}

function fieldsOf(controls: readonly Element[]): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {}
  for (const control of controls) {
    const { name } = control.attribs
    if (name === undefined || 'disabled' in control.attribs) continue
    for (const value of valuesOf(control)) {
      const before = fields[name]
      fields[name] = before === undefined ? value : [...(typeof before === 'string' ? [before] : before), value]
    }
  }
  return fields
}

function isWithin(element: Element, form: Element): boolean {
  for (let at = element.parent; at; at = at.parent) if (at === form) return true
  return false
}

function valuesOf(control: Element): string[] {
  if (control.name === 'textarea') return [textContent(control)]
  if (control.name === 'select') {
    const options = getElementsByTagName('option', control)
    const chosen = options.filter((option) => 'selected' in option.attribs)
    const taken = chosen.length > 0 || 'multiple' in control.attribs ? chosen : options.slice(0, 1)
    return taken.map((option) => option.attribs.value ?? textContent(option))
  }
  const { type = 'text', value } = control.attribs
  if (type === 'checkbox' || type === 'radio') return 'checked' in control.attribs ? [value ?? 'on'] : []
  return ['submit', 'button', 'image', 'reset', 'file'].includes(type) ? [] : [value ?? '']
}

/** The page's first heading. */
export function headingOf(page: Page): string {
  const heading = findOne((element) => element.name === 'h1', page.document.children)
  return heading ? textContent(heading).trim() : ''
}
