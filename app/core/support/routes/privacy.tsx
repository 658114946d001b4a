import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'

export const loader = guarded({ access: 'public' }, ({ ctx }) => ({ title: ctx.i18n.t('Privacy') }))

export default function Privacy() {
  const i18n = useI18n()
  const { title } = useLoaderData<typeof loader>()
  return (
    <article className="stack loose narrow">
      <h1>{title}</h1>
      <section className="stack">
        <h2>{i18n.t('What we keep')}</h2>
        <p>{i18n.t('When you book we keep your name, your e-mail address, your telephone number if you give one, what you booked, and what you wrote for the business.')}</p>
        <p>{i18n.t('Until you press the last button nothing is kept: what you type travels from page to page with you.')}</p>
      </section>
      <section className="stack">
        <h2>{i18n.t('Who sees it')}</h2>
        <p>{i18n.t('The business that you book with, and nobody else. No business sees the customers of another.')}</p>
        <p>{i18n.t('If you pay by card, Stripe learns your e-mail address, what you pay for and how much, and you give it your card. We keep only the kind of the card and its last four digits.')}</p>
      </section>
      <section className="stack">
        <h2>{i18n.t('Cookies')}</h2>
        <p>{i18n.t('We set cookies only for what you ask: staying logged in, your language, your time zone, and the message after an act. Nobody follows you here.')}</p>
      </section>
      <section className="stack">
        <h2>{i18n.t('Mails')}</h2>
        <p>{i18n.t('We write to you about your own bookings and your account. The text of a mail is deleted after 30 days.')}</p>
      </section>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
