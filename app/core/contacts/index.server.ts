export { contactIdsOf } from './contacts-of-account.server'
export { contactByEmail, contactById, contactFor, type Contact, type GivenContact } from './contact-for.server'
export { joinContacts } from './join-contacts.server'
