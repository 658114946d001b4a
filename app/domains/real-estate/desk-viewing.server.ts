import { diaryOf, questionsOf, type Question } from '~/core/bookings/index.server'
import type { StaffProfile } from '~/core/businesses/index.server'
import { parseInstant } from '~/kernel/time'
import { notFound } from '~/platform/answers.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { enquiryById } from './enquiries.server'
import { propertiesOf } from './queries.server'
import { agentsOf, isShown, type ShownToVisitors } from './viewing-times.server'

/** What the address of the desk says of a viewing: of which property, with whom, when. */
export interface DeskViewing {
  readonly property: ShownToVisitors
  /** Those who can be asked for. */
  readonly agents: readonly StaffProfile[]
  /** Who is asked for; null where anybody does. */
  readonly agentId: string | null
  readonly start: number | null
  readonly questions: readonly Question[]
  /** Whose enquiry it answers; null where it answers none. */
  readonly enquiry: { readonly id: string; readonly name: string; readonly email: string; readonly phone: string } | null
}

/** The properties that this member may show somebody around: also what is paused or a draft. Who keeps a diary of their own shows only what they are an agent of. */
export function deskShown(db: Db, ctx: MemberCtx): ShownToVisitors[] {
  return propertiesOf(db, ctx.businessId, ['active', 'paused', 'draft']).filter(isShown).filter((property) => agentsFor(db, ctx, property).length > 0)
}

/** Reads the address; 404 for a property that nobody shows, or that is not theirs to show. */
export function deskViewing(db: Db, ctx: MemberCtx, query: URLSearchParams): DeskViewing {
  const property = deskShown(db, ctx).find(({ listing }) => listing.id === query.get('property')) ?? notFound(ctx.i18n.t('There is no such property here.'))
  const agents = agentsFor(db, ctx, property)
  const asked = agents.find(({ id }) => id === query.get('staff'))?.id ?? null
  return {
    property,
    agents,
    agentId: diaryOf(ctx.member) ?? asked,
    start: parseInstant(query.get('start') ?? ''),
    questions: questionsOf(db, ctx.businessId, property.listing.id),
    enquiry: enquiryIn(db, ctx, query.get('enquiry')),
  }
}

function enquiryIn(db: Db, ctx: MemberCtx, id: string | null): DeskViewing['enquiry'] {
  const enquiry = id !== null && ctx.member.may('real-estate.answer') ? enquiryById(db, ctx.businessId, id) : null
  return enquiry && { id: enquiry.id, name: enquiry.contactName, email: enquiry.contactEmail, phone: enquiry.contactPhone ?? '' }
}

function agentsFor(db: Db, ctx: MemberCtx, property: ShownToVisitors): StaffProfile[] {
  const diary = diaryOf(ctx.member)
  return agentsOf(db, property).filter(({ id }) => diary === null || id === diary)
}
