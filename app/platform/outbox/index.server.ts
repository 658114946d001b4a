export { announce, type Announcement } from './announce.server'
export { enqueueMail, type OutgoingMail } from './enqueue-mail.server'
