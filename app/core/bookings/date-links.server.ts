import type { MemberCtx } from '~/platform/guarded.server'

/** Where else a member goes from a date: to its bookings, to who comes, to the door; null where they may not. */
export function dateLinks(ctx: MemberCtx, sessionId: string) {
  const base = `/dashboard/${ctx.business.slug}`
  const admits = ctx.member.may('admission.run')
  return {
    mayBook: ctx.member.may('bookings.manage'),
    links: { bookings: `${base}/bookings?session=${sessionId}`, attendees: admits ? `${base}/attendees/${sessionId}` : null, door: admits ? `${base}/door/${sessionId}` : null },
  }
}
