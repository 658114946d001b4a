import { notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { closeEnquiry, reopenEnquiry } from '../answer-enquiry.server'
import { enquiryById } from '../enquiries.server'
import { enquiryStatusForm } from '../enquiry-form'

export const loader = guarded({ access: { needs: 'real-estate.answer' } }, ({ db, ctx, params }) => {
  const enquiry = enquiryById(db, ctx.businessId, params.enquiry ?? '') ?? notFound(ctx.i18n.t('There is no such enquiry here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/real-estate/enquiries/${enquiry.id}`)
})

export const action = guardedAction({ access: { needs: 'real-estate.answer' } }, ({ ctx, form, params }) => {
  const here = `/dashboard/${ctx.business.slug}/real-estate/enquiries/${params.enquiry}`
  const sent = readForm(form, enquiryStatusForm(ctx.i18n))
  if (!sent.ok) return seeOther(here)
  const done = (sent.value.to === 'closed' ? closeEnquiry : reopenEnquiry)(ctx, params.enquiry ?? '')
  if (done.ok) return seeOther(here, { key: sent.value.to === 'closed' ? 'real-estate.enquiry-closed' : 'real-estate.enquiry-reopened' })
  // Somebody else was faster: the page shows what it is now.
  return done.refusal.kind === 'unknown-enquiry' ? notFound(ctx.i18n.t('There is no such enquiry here.')) : seeOther(here)
})

/** Only its action is used; an error needs a page to stand on. */
export default function EnquiryStatus() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
