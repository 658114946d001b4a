import { emailVerified } from '~/core/identity/events'
import { subscribe } from '~/platform/outbox/index.server'
import { joinContacts } from './join-contacts.server'

export const contactSubscribers = [
  subscribe({ name: 'contacts join an account', to: emailVerified, run: (_db, event, ctx) => void joinContacts(ctx, event.subject) }),
]
