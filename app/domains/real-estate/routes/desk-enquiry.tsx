import { useForm, type SubmissionResult } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDay } from '~/kernel/format'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Facts } from '~/ui/facts'
import { Breadcrumb, Section, Spread, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { PlainList } from '~/ui/plain-list'
import { TextArea } from '~/ui/text-field'
import { Time } from '~/ui/when'
import { replyToEnquiry } from '../answer-enquiry.server'
import { enquiryPage } from '../enquiries-page.server'
import { replyForm, type ReplyInput } from '../enquiry-form'
import { EnquiryBadge } from '../ui/enquiry-badge'

export const loader = guarded({ access: { needs: 'real-estate.answer' } }, ({ db, ctx, params }) => {
  const page = enquiryPage(db, ctx, params.enquiry ?? '') ?? notFound(ctx.i18n.t('There is no such enquiry here.'))
  const back = `/dashboard/${ctx.business.slug}/real-estate/enquiries`
  return { title: ctx.i18n.t('{customer} asks about {what}', { customer: page.enquiry.contactName, what: page.enquiry.title }), back, here: `${back}/${page.enquiry.id}`, ...page }
})

export const action = guardedAction({ access: { needs: 'real-estate.answer' } }, ({ ctx, form, params }) => {
  const sent = readForm(form, replyForm(ctx.i18n))
  if (!sent.ok) return invalid({ result: sent.again() })
  const answered = replyToEnquiry(ctx, params.enquiry ?? '', { body: sent.value.body, author: ctx.account?.name ?? ctx.business.name })
  if (!answered.ok) return notFound(ctx.i18n.t('There is no such enquiry here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/real-estate/enquiries/${answered.value.id}`, { key: 'real-estate.enquiry-answered', params: { name: answered.value.contactName } })
})

export default function DeskEnquiry() {
  const i18n = useI18n()
  const { title, back, here, enquiry, replies, viewing, zone } = useLoaderData<typeof loader>()
  const other = enquiry.status === 'closed' ? 'open' : 'closed'
  return (
    <div className="stack loose">
      <Breadcrumb href={back} label={i18n.t('Enquiries')} nav={i18n.t('Back')} />
      <TitleLine title={title} kicker={<Time at={enquiry.askedAt} zone={zone} />}>
        <Actions small>
          <EnquiryBadge status={enquiry.status} />
          {viewing && (
            <Button variant="quiet" icon="calendar" href={viewing}>
              {i18n.t('Book a viewing')}
            </Button>
          )}
          <PostButton action={`${here}/status`} fields={{ to: other }}>
            {other === 'open' ? i18n.t('Open it again') : i18n.t('Close it')}
          </PostButton>
        </Actions>
      </TitleLine>
      <Spread label={i18n.t('Who asks')} aside={<WhoAsks />}>
        <Section id="question" title={i18n.t('The question')}>
          <Paragraphs text={enquiry.message} />
        </Section>
        {replies.length > 0 && (
          <Section id="replies" title={i18n.t('What was answered')}>
            <PlainList
              flush
              items={replies.map(({ id, body, author, sentAt }) => ({
                key: id,
                content: (
                  <>
                    <p className="soft fine">
                      {author}, <Time at={sentAt} zone={zone} />
                    </p>
                    <Paragraphs text={body} />
                  </>
                ),
              }))}
            />
          </Section>
        )}
        <Reply />
      </Spread>
    </div>
  )
}

function WhoAsks() {
  const i18n = useI18n()
  const { enquiry, shown } = useLoaderData<typeof loader>()
  const { contactName, contactEmail, contactPhone, wishedFor, title } = enquiry
  return (
    <Section id="who" title={i18n.t('Who asks')}>
      <Facts
        facts={[
          { term: i18n.t('Name'), detail: <span dir="auto">{contactName}</span> },
          { term: i18n.t('E-mail address'), detail: <a href={`mailto:${contactEmail}`}>{contactEmail}</a> },
          ...(contactPhone === null ? [] : [{ term: i18n.t('Telephone'), detail: <a href={`tel:${contactPhone}`}>{contactPhone}</a> }]),
          { term: i18n.t('Property'), detail: shown === null ? title : <a href={shown}>{title}</a> },
          ...(wishedFor === null ? [] : [{ term: i18n.t('Wished date'), detail: formatDay(i18n.locale, wishedFor) }]),
        ]}
      />
    </Section>
  )
}

function Reply() {
  const i18n = useI18n()
  const { here, enquiry } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<ReplyInput>({
    id: 'reply',
    lastResult: answer?.result as SubmissionResult<string[]> | undefined,
    constraint: { body: { required: true, maxLength: 10_000 } },
    defaultNoValidate: false,
  })
  return (
    <Section id="answer" title={i18n.t('Answer')}>
      <ErrorSummary form={form} />
      <form className="stack fields" id={form.id} method="post" action={here}>
        <TextArea field={fields.body} label={i18n.t('Your answer')} hint={i18n.t('It is mailed to {email}, and kept here.', { email: enquiry.contactEmail })} rows={7} width="long" />
        <Actions>
          <Button>{i18n.t('Send the answer')}</Button>
        </Actions>
      </form>
    </Section>
  )
}

function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph, at) => (
        <p key={at} dir="auto">
          {paragraph}
        </p>
      ))}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
