import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'

export const loader = guarded({ access: 'public' }, ({ ctx }) => ({ title: ctx.i18n.t('Help') }))

export default function Help() {
  const i18n = useI18n()
  const { title } = useLoaderData<typeof loader>()
  return (
    <article className="stack loose narrow">
      <h1>{title}</h1>
      <section className="stack">
        <h2>{i18n.t('How do I book?')}</h2>
        <p>{i18n.t('Find the business, choose what you want and a free time, and say who you are. You see everything once more before you book. No account is needed.')}</p>
      </section>
      <section className="stack">
        <h2>{i18n.t('How do I move or cancel?')}</h2>
        <p>{i18n.t('Open the link in the mail we sent you. On that page you can move your booking, cancel it, or put it into your calendar.')}</p>
        <p>
          {i18n.t('You no longer have the mail?')} <a href="/find-booking">{i18n.t('Find your booking with its reference and your e-mail address')}</a>
        </p>
      </section>
      <section className="stack">
        <h2>{i18n.t('My booking waits for an answer. What now?')}</h2>
        <p>{i18n.t('Some businesses look at each booking first. Your time is kept for you until they answer, a day at most, and we write to you either way.')}</p>
      </section>
      <section className="stack">
        <h2>{i18n.t('When do I pay?')}</h2>
        <p>{i18n.t('When you are there or when you book, a part or all of it: you see how much and when before you book. By card you pay on a page of Stripe’s; we never see the number of your card.')}</p>
      </section>
      <section className="stack">
        <h2>{i18n.t('I have a question about the booking itself')}</h2>
        <p>{i18n.t('Ask the business: its telephone number and address are on its page.')}</p>
      </section>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
