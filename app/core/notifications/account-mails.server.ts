import { businessById, invitationToSend, membersWho } from '~/core/businesses/index.server'
import { memberInvited, memberJoined } from '~/core/businesses/events'
import { emailVerificationAsked, logInAdded, passwordChanged, passwordResetAsked, registrationRepeated } from '~/core/identity/events'
import { issueToken, userById, type TokenPurpose, type User } from '~/core/identity/index.server'
import type { I18n } from '@lingui/core'
import type { Ctx } from '~/kernel/ctx'
import type { MemberRole } from '~/kernel/permissions'
import { day } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { env } from '~/platform/env.server'
import { providerNames } from '~/platform/log-in-providers'
import { alreadyRegisteredMail, invitationMail, logInAddedMail, passwordChangedMail, resetPasswordMail, verifyEmailMail, type MailContent } from '~/platform/mail-templates/index.server'
import { enqueueMail } from '~/platform/outbox/enqueue-mail.server'
import { subscribe, type Subscriber } from '~/platform/outbox/subscribers.server'
import { i18nFor, languages } from '~/platform/words/i18n'
import { notify } from './notify.server'

/** The mails of accounts. A token is made in the transaction that writes its mail: no event carries one, and a crash leaves neither alone. */
export const accountMails: readonly Subscriber[] = [
  subscribe({
    name: 'notifications.verify-email',
    to: emailVerificationAsked,
    run: (db, { id, payload }, ctx) =>
      write(db, ctx, id, payload.userId, (i18n, { name }) => verifyEmailMail(i18n, { name, link: tokenLink(db, ctx, '/verify-email', payload.userId, 'verify-email'), validForDays: 7 })),
  }),
  subscribe({
    name: 'notifications.registered-twice',
    to: registrationRepeated,
    run: (db, { id, payload }, ctx) =>
      write(db, ctx, id, payload.userId, (i18n, { name }) =>
        alreadyRegisteredMail(i18n, { name, logInLink: addressOf('/log-in'), resetLink: addressOf('/forgotten-password') }),
      ),
  }),
  subscribe({
    name: 'notifications.reset-password',
    to: passwordResetAsked,
    run: (db, { id, payload: { userId } }, ctx) => {
      // Announced for unknown addresses too, so that asking costs the same; there is nobody to write to.
      if (userId === null) return
      write(db, ctx, id, userId, (i18n, { name }) =>
        resetPasswordMail(i18n, { name, link: tokenLink(db, ctx, '/reset-password', userId, 'reset-password'), validForHours: 1 }),
      )
    },
  }),
  subscribe({
    name: 'notifications.password-changed',
    to: passwordChanged,
    run: (db, { id, payload: { userId } }, ctx) => {
      notify(db, ctx, { userId, businessId: null, kind: 'password-changed', params: {}, href: '/account/security', key: `password-changed:${id}` })
      write(db, ctx, id, userId, (i18n, { name }) => passwordChangedMail(i18n, { name, resetLink: addressOf('/forgotten-password') }))
    },
  }),
  subscribe({
    name: 'notifications.log-in-added',
    to: logInAdded,
    run: (db, { id, payload: { userId, provider } }, ctx) => {
      const what = providerNames[provider]
      notify(db, ctx, { userId, businessId: null, kind: 'log-in-added', params: { what }, href: '/account/security', key: `log-in-added:${id}` })
      write(db, ctx, id, userId, (i18n, { name }) =>
        logInAddedMail(i18n, { name, provider: what, securityLink: addressOf('/account/security'), resetLink: addressOf('/forgotten-password') }),
      )
    },
  }),
  subscribe({ name: 'notifications.invitation', to: memberInvited, run: (db, { id, payload }, ctx) => invite(db, ctx, id, payload.invitationId) }),
  subscribe({
    name: 'notifications.member-joined',
    to: memberJoined,
    run: (db, { id, businessId, payload }, ctx) => tellOwners(db, ctx, id, businessId, payload.userId),
  }),
]

function write(db: Db, ctx: Ctx, eventId: string, userId: string, template: (i18n: I18n, user: User) => MailContent): void {
  const user = userById(db, userId)
  if (!user) return
  enqueueMail(db, ctx, { key: `${eventId}:${userId}`, businessId: null, to: user.email, ...template(wordsFor(user), user) })
}

function invite(db: Db, ctx: Ctx, eventId: string, invitationId: string): void {
  const invitation = invitationToSend(db, invitationId, ctx.now)
  // Withdrawn meanwhile, or replaced by a later one.
  if (!invitation) return
  const { email, businessId, businessName, invitedBy, role, expiresAt, token } = invitation
  const i18n = i18nFor(invitation.language)
  const content = invitationMail(i18n, {
    businessName,
    inviterName: userById(db, invitedBy)?.name ?? businessName,
    role: roleName(i18n, role),
    link: addressOf(`/invitation?token=${token}`),
    validForDays: Math.round((expiresAt - ctx.now) / day),
  })
  enqueueMail(db, ctx, { key: eventId, businessId, to: email, fromName: businessName, ...content })
}

function tellOwners(db: Db, ctx: Ctx, eventId: string, businessId: string | null, joinedId: string): void {
  const business = businessId === null ? null : businessById(db, businessId)
  if (!business) return
  for (const { userId } of membersWho(db, business.id, 'members.manage')) {
    if (userId === joinedId) continue
    const href = `/dashboard/${business.slug}/settings/members`
    notify(db, ctx, { userId, businessId: business.id, kind: 'member-joined', params: { business: business.name }, href, key: `${eventId}:${userId}` })
  }
}

function tokenLink(db: Db, ctx: Ctx, path: string, userId: string, purpose: TokenPurpose): string {
  return addressOf(`${path}?token=${issueToken(db, ctx, { userId, purpose })}`)
}

function addressOf(path: string): string {
  return `${env().APP_URL}${path}`
}

function wordsFor(user: User): I18n {
  return i18nFor(user.language ?? languages[0])
}

function roleName(i18n: I18n, role: MemberRole): string {
  switch (role) {
    case 'owner':
      return i18n.t('owner')
    case 'manager':
      return i18n.t('manager')
    case 'staff':
      return i18n.t('staff')
  }
}
