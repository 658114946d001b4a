import { accountMails } from './account-mails.server'

/** The server half of this module, for the registry. */
export default { subscribers: accountMails }
