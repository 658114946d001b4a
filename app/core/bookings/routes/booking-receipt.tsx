import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb } from '~/ui/page'
import { customerHref } from '../customer-hrefs'
import { receiptPage } from '../receipt-page.server'
import { Receipt } from '../ui/receipt'

export const loader = guarded({ access: 'booking' }, ({ db, ctx }) => {
  const back = { href: customerHref(ctx.booking), label: ctx.i18n.t('Back to your booking') }
  return receiptPage(db, ctx) ?? notFound(ctx.i18n.t('Nothing has been paid for this booking, so there is no receipt.'), back)
})

export default function BookingReceipt() {
  const i18n = useI18n()
  const receipt = useLoaderData<typeof loader>()
  return (
    <>
      <div className="screen-only stack tight">
        <Breadcrumb href={customerHref(receipt)} label={i18n.t('Back to your booking')} nav={i18n.t('Your booking')} />
        <p className="soft">{i18n.t('To keep it, print this page or save it as a PDF with your browser.')}</p>
      </div>
      <Receipt receipt={receipt} />
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} – ${data.business.name}` : 'Guildhall' }, { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
