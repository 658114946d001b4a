import type { I18n } from '@lingui/core'
import type { Response } from 'express'
import { cookieNames, cookieValue } from '~/platform/cookies.server'
import { i18nFor, isLanguage, languageAccepted, languages, pseudoLanguage } from '~/platform/words/i18n'

export type RefusalStatus = 400 | 403 | 404 | 405 | 413 | 500 | 503

/** Ends a request that Remix never sees, or that failed outside it, with a page that says why and what now. */
export function refuse(res: Response, status: RefusalStatus): void {
  const { req } = res
  const i18n = i18nFor(languageOf(req.get('cookie') ?? null, req.get('accept-language') ?? null))
  const { title, why } = sentences(i18n, status)
  res.status(status)
  res.setHeader('Cache-Control', 'no-store')
  res.vary('Accept')
  if (req.accepts(['html', 'text']) === 'html') res.type('html').send(refusalPage({ i18n, title, why, requestId: res.locals.requestId, nonce: res.locals.nonce }))
  else res.type('text').send(`${title}. ${why}\n`)
}

function languageOf(cookies: string | null, accepted: string | null): string {
  const chosen = cookieValue(cookies, cookieNames.language)
  if (isLanguage(chosen)) return chosen
  return accepted === pseudoLanguage ? pseudoLanguage : (languageAccepted(accepted) ?? languages[0])
}

interface Words {
  readonly title: string
  readonly why: string
}

function sentences(i18n: I18n, status: RefusalStatus): Words {
  switch (status) {
    case 400:
      return { title: i18n.t('We could not read that'), why: i18n.t('The address or the request is not complete. Check it and try again.') }
    case 403:
      return {
        title: i18n.t('We did not accept that'),
        why: i18n.t('It seems to come from another website, so nothing was changed. Open the page here and send the form again.'),
      }
    case 404:
      return { title: i18n.t('Nothing is here'), why: i18n.t('The address may be mistyped, or the page may have moved.') }
    case 405:
      return { title: i18n.t('That cannot be done here'), why: i18n.t('This address does not take that kind of request.') }
    case 413:
      return { title: i18n.t('That is too much at once'), why: i18n.t('What you sent is larger than we take. Nothing was saved. Go back, shorten it and send it again.') }
    case 500:
      return { title: i18n.t('Something went wrong on our side'), why: i18n.t('It has been noted. Go back and try again in a moment.') }
    case 503:
      return { title: i18n.t('We will be back in a moment'), why: i18n.t('What you sent was not saved. Wait a little, go back and send it again.') }
  }
}

interface Page extends Words {
  readonly i18n: I18n
  readonly requestId: string
  readonly nonce: string
}

// Stands on its own: it must be readable when nothing else works.
function refusalPage({ i18n, title, why, requestId, nonce }: Page): string {
  const number = i18n.t('If you write to us about this, name the number {requestId}.', { requestId })
  return `<!doctype html>
<html lang="${i18n.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>${escape(why)}</p>
<p><a href="/">${escape(i18n.t('Go to the start page'))}</a></p>
<p><small>${escape(number)}</small></p>
</main>
</body>
</html>
`
}

// The colours of app/ui/styles/tokens.css: paper, ink, soft, accent, focus.
const style = `:root{color-scheme:light dark}body{margin:0;background:light-dark(#f8f5ed,#181612);color:light-dark(#221e18,#ede7da);font:1.0625rem/1.6 system-ui,sans-serif}
main{max-width:34rem;margin:12vh auto;padding:0 1rem}h1{font:600 2rem/1.2 ui-serif,'Iowan Old Style',Georgia,serif}small{color:light-dark(#524a3e,#bfb6a6)}
a{color:light-dark(#14535a,#93d0cd);display:inline-block;padding:.6rem 0}a:focus-visible{outline:3px solid light-dark(#b4540a,#ffc14d)}`

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
