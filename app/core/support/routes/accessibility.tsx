import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'

export const loader = guarded({ access: 'public' }, ({ ctx }) => ({ title: ctx.i18n.t('Accessibility') }))

export default function Accessibility() {
  const i18n = useI18n()
  const { title } = useLoaderData<typeof loader>()
  return (
    <article className="stack loose narrow">
      <h1>{title}</h1>
      <p className="lede">{i18n.t('Everybody should be able to book here.')}</p>
      <ul className="plain-list flush">
        <li>{i18n.t('Every page works with the keyboard alone, and without JavaScript.')}</li>
        <li>{i18n.t('Pages have headings, landmarks and labels for screen readers, and are checked by machine against the WCAG rules, in light and in dark.')}</li>
        <li>{i18n.t('Text grows with the settings of your browser, and dark colours follow those of your system.')}</li>
        <li>{i18n.t('Nothing runs out while you type: take the time you need.')}</li>
      </ul>
      <p>{i18n.t('Is something in your way? Ring the business: it can book for you on the telephone.')}</p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
