import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { emailKey, holdBack } from '~/core/identity/index.server'
import { readPhone } from '~/kernel/phone'
import { invalid, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { isFromProgram } from '~/platform/honeypot'
import { newToken } from '~/platform/signing.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb, Kicker } from '~/ui/page'
import { enquiryForm } from '../enquiry-form'
import { notOffered, offeredToAsk } from '../offered.server'
import { sendEnquiry } from '../send-enquiry.server'
import { shownProperty } from '../shown-property.server'
import { EnquiryForm } from '../ui/enquiry-form'

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, url }) => {
  const property = shownProperty(ctx, offeredToAsk(db, ctx, params.property ?? '', url))
  return {
    title: ctx.i18n.t('Ask about {title} – {business}', { title: property.title, business: ctx.business.name }),
    property,
    back: `/b/${ctx.business.slug}/real-estate/${property.slug}`,
    action: url.pathname,
    // Random per render: a form sent twice is the same enquiry.
    key: newToken(),
    known: ctx.account && { name: ctx.account.name, email: ctx.account.email },
  }
})

export const action = guardedAction({ access: 'business' }, ({ ctx, form, params, url }) => {
  const { listing } = read((db) => offeredToAsk(db, ctx, params.property ?? '', url))
  const sent = readForm(form, enquiryForm(ctx.i18n))
  if (!sent.ok) return invalid({ result: sent.again() })
  if (isFromProgram(form)) return invalid({ result: sent.again({ '': ctx.i18n.t('Something filled in a field that people do not see. Send the form once more from this page.') }) })
  const { name, email, phone, message, wishedFor = null, key } = sent.value
  holdBack(ctx, 'publicForm', ctx.clientAddress, emailKey(email))
  const asked = sendEnquiry(ctx, { listingId: listing.id, name, email, phone: phone ? readPhone(phone) : null, message, wishedFor, key })
  return asked.ok ? seeOther(`/b/${ctx.business.slug}/real-estate/${listing.slug}`, { key: 'real-estate.enquiry-sent' }) : notOffered(ctx)
})

export default function Enquiry() {
  const i18n = useI18n()
  const { property, back, action: address, key, known } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={<span dir="auto">{property.title}</span>} nav={i18n.t('Back')} />
      <header className="stack tight">
        <Kicker>
          <span dir="auto">{property.business.name}</span>
        </Kicker>
        <h1>{i18n.t('Ask about it')}</h1>
        <p className="lede" dir="auto">
          {property.title}
        </p>
      </header>
      <EnquiryForm action={address} formKey={key} known={known} result={answer?.result} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
