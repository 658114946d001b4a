import type { I18n } from '@lingui/core'
import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from './button'

interface Refused {
  readonly title: string
  readonly why: string
  readonly next: { readonly href: string; readonly label: string }
}

/** The ErrorBoundary of every route: why it was refused or failed, and what now. */
export function RefusalPage() {
  const i18n = useI18n()
  const { title, why, next } = refusedBy(i18n, useRouteError())
  return (
    <section className="stack loose narrow" aria-labelledby="refused">
      <header className="stack tight">
        <h1 id="refused">{title}</h1>
        <p className="lede">{why}</p>
      </header>
      <Actions>
        <Button href={next.href}>{next.label}</Button>
        {next.href !== '/' && (
          <Button href="/" variant="plain">
            {i18n.t('Go to the start page')}
          </Button>
        )}
      </Actions>
    </section>
  )
}

function refusedBy(i18n: I18n, error: unknown): Refused {
  if (!isRouteErrorResponse(error)) return failed(i18n)
  const usual = usualWords(i18n, error.status)
  const { why, next } = bodyOf(error.data)
  return { title: usual.title, why: why ?? usual.why, next: next ?? usual.next }
}

function usualWords(i18n: I18n, status: number): Refused {
  const start = { href: '/', label: i18n.t('Go to the start page') }
  switch (status) {
    case 403:
      return { title: i18n.t('You may not do this'), why: i18n.t('Somebody with more rights has to do it for you.'), next: start }
    case 404:
      return {
        title: i18n.t('Nothing is here'),
        why: i18n.t('The address may be mistyped, or the page may have moved.'),
        next: { href: '/search', label: i18n.t('Search Guildhall') },
      }
    case 409:
      return { title: i18n.t('Something has changed meanwhile'), why: i18n.t('Go back, load the page again and see how things stand now.'), next: start }
    case 429:
      return { title: i18n.t('That was too often'), why: i18n.t('Wait a few minutes, then go back and send it again.'), next: start }
    case 405:
    case 415:
    case 422:
      return { title: i18n.t('That cannot be done here'), why: i18n.t('This address does not take that kind of request.'), next: start }
    default:
      return failed(i18n)
  }
}

function failed(i18n: I18n): Refused {
  return {
    title: i18n.t('Something went wrong on our side'),
    why: i18n.t('It has been noted. What you just sent was not saved, and nothing that was saved before is lost. Go back and try again in a moment.'),
    next: { href: '/', label: i18n.t('Go to the start page') },
  }
}

/** What `notFound` and its kin put into a thrown response. */
function bodyOf(body: unknown): { why?: string; next?: Refused['next'] } {
  if (typeof body !== 'object' || body === null || !('why' in body) || typeof body.why !== 'string') return {}
  const next = 'next' in body && typeof body.next === 'object' && body.next !== null ? body.next : {}
  if (!('href' in next) || typeof next.href !== 'string' || !('label' in next) || typeof next.label !== 'string') return { why: body.why }
  return { why: body.why, next: { href: next.href, label: next.label } }
}
