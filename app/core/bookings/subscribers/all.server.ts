import type { Subscriber } from '~/platform/outbox/subscribers.server'
import { sessionConfirmations } from './confirm-sessions.server'
import { reminderPlans } from './plan-reminders.server'
import { chasePlans } from './plan-chases.server'
import { settleHolds } from './settle-hold.server'
import { tellCustomer } from './tell-customer.server'
import { tellMembers } from './tell-members.server'
import { tellOfSessions } from './tell-of-sessions.server'

/** Whom the registry hands to the outbox: reminders first, so that a reader of the mails finds them planned. */
export const bookingSubscribers: readonly Subscriber[] = [...settleHolds, ...sessionConfirmations, ...reminderPlans, ...chasePlans, ...tellCustomer, ...tellMembers, ...tellOfSessions]
