import type { I18n } from '@lingui/core'
import { createElement } from 'react'
import { businessById, membersWho, type Business } from '~/core/businesses/index.server'
import { usersByIds } from '~/core/identity/index.server'
import { listingById } from '~/core/listings/index.server'
import { notify } from '~/core/notifications/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDay } from '~/kernel/format'
import type { Db } from '~/platform/database.server'
import { env } from '~/platform/env.server'
import { renderMail } from '~/platform/mail-templates/index.server'
import { enqueueMail } from '~/platform/outbox/enqueue-mail.server'
import { i18nFor } from '~/platform/words/i18n'
import type { Enquiry } from '../enquiries.server'
import { EnquiryMail } from './enquiry-mail'

/** Tells whoever asks that the business has it, with what they wrote. */
export function tellAsker(db: Db, ctx: BusinessCtx, enquiry: Enquiry): void {
  const i18n = i18nFor(enquiry.language)
  const business = theBusiness(db, ctx)
  const { title: what, contactName: name } = enquiry
  write(db, ctx, enquiry, {
    key: `enquiry:${enquiry.id}:received`, to: enquiry.contactEmail, template: 'enquiry-received', i18n, replyTo: business.email,
    subject: i18n.t('Received: your question about {what}', { what }),
    title: i18n.t('{business} has your question', { business: business.name }),
    lead: i18n.t('Dear {name}, thank you. {business} reads it and writes back to this address. This is what you wrote:', { name, business: business.name }),
    written: enquiry.message,
    link: { label: i18n.t('See {what}', { what }), href: propertyUrl(db, business, enquiry) },
    why: i18n.t('Sent by {sender}, because you asked about a property there.', { sender: business.name }),
  })
}

/** Brings whoever asked what the business answers. */
export function tellReply(db: Db, ctx: BusinessCtx, enquiry: Enquiry, reply: { readonly id: string; readonly body: string; readonly author: string }): void {
  const i18n = i18nFor(enquiry.language)
  const business = theBusiness(db, ctx)
  const { title: what, contactName: name } = enquiry
  write(db, ctx, enquiry, {
    key: `enquiry:${enquiry.id}:reply:${reply.id}`, to: enquiry.contactEmail, template: 'enquiry-reply', i18n, replyTo: business.email,
    subject: i18n.t('An answer about {what}', { what }),
    title: i18n.t('{business} has answered', { business: business.name }),
    lead: i18n.t('Dear {name}, {author} of {business} writes:', { name, author: reply.author, business: business.name }),
    written: reply.body,
    link: { label: i18n.t('See {what}', { what }), href: propertyUrl(db, business, enquiry) },
    why: i18n.t('Sent by {sender}, because you asked about a property there.', { sender: business.name }),
  })
}

/** Tells those of the business who answer enquiries, each in their language. */
export function tellMembers(db: Db, ctx: BusinessCtx, enquiry: Enquiry): void {
  const business = theBusiness(db, ctx)
  const path = `/dashboard/${business.slug}/real-estate/enquiries/${enquiry.id}`
  const { title: what, contactName: customer } = enquiry
  const members = membersWho(db, ctx.businessId, 'real-estate.answer').map(({ userId }) => userId)
  for (const { id: userId, email, language } of usersByIds(db, members).values()) {
    const key = `enquiry:${enquiry.id}:${userId}`
    if (!notify(db, ctx, { userId, businessId: business.id, kind: 'enquiry-received', params: { what, business: business.name }, href: path, key }).email) continue
    const i18n = i18nFor(language ?? business.language)
    write(db, ctx, enquiry, {
      key, to: email, template: 'member-enquiry', i18n, replyTo: enquiry.contactEmail,
      subject: i18n.t('{customer} asks about {what}', { customer, what }),
      title: i18n.t('Answer {customer}', { customer }),
      lead: i18n.t('{customer} asks about {what} and waits for an answer:', { customer, what }),
      written: enquiry.message,
      link: { label: i18n.t('Answer the enquiry'), href: `${env().APP_URL}${path}` },
      why: i18n.t('Sent by Guildhall, because you work for {business}.', { business: business.name }),
    })
  }
}

interface Written {
  readonly key: string
  readonly to: string
  readonly template: string
  readonly i18n: I18n
  readonly replyTo: string | null
  readonly subject: string
  readonly title: string
  readonly lead: string
  readonly written: string
  readonly link: { readonly label: string; readonly href: string }
  readonly why: string
}

function write(db: Db, ctx: BusinessCtx, enquiry: Enquiry, { key, to, template, i18n, replyTo, subject, ...words }: Written): void {
  const business = theBusiness(db, ctx)
  const content = renderMail(i18n, createElement(EnquiryMail, { ...words, business: business.name, facts: factsOf(i18n, enquiry) }))
  enqueueMail(db, ctx, { key, businessId: business.id, template, to, subject, ...content, fromName: business.name, replyTo })
}

function factsOf(i18n: I18n, { title, contactName, contactPhone, wishedFor }: Enquiry) {
  return [
    { label: i18n.t('About'), value: title },
    { label: i18n.t('From'), value: [contactName, contactPhone].filter(Boolean).join(', ') },
    ...(wishedFor === null ? [] : [{ label: i18n.t('Wished date'), value: formatDay(i18n.locale, wishedFor) }]),
  ]
}

function propertyUrl(db: Db, business: Business, { listingId }: Enquiry): string {
  const slug = listingById(db, business.id, listingId)?.slug ?? ''
  return `${env().APP_URL}/b/${business.slug}/real-estate/${slug}`
}

function theBusiness(db: Db, ctx: BusinessCtx): Business {
  const business = businessById(db, ctx.businessId)
  if (!business) throw new Error(`No business ${ctx.businessId}`)
  return business
}
