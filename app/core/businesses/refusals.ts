import type { I18n } from '@lingui/core'
import { never } from '~/kernel/result'
import type { AcceptInvitationRefusal } from './accept-invitation.server'
import type { ChangeBusinessRefusal } from './change-business.server'
import type { ChangeMemberRefusal } from './change-member.server'
import type { InviteMemberRefusal } from './invite-member.server'
import type { SetBusinessStatusRefusal } from './set-business-status.server'
import type { SwitchDomainsRefusal } from './switch-domains.server'

export type BusinessesRefusal =
  | AcceptInvitationRefusal
  | ChangeBusinessRefusal
  | ChangeMemberRefusal
  | InviteMemberRefusal
  | SetBusinessStatusRefusal
  | SwitchDomainsRefusal
  | 'unknown-store'
  | 'last-store'

/** Why it was refused and what now, for every refusal of this module. */
export function refusalWords(i18n: I18n, refusal: BusinessesRefusal): string {
  switch (refusal) {
    case 'unknown-invitation':
      return i18n.t('This invitation is no longer open. Ask an owner of the business for a new one.')
    case 'expired':
      return i18n.t('This invitation has run out. Ask an owner of the business for a new one.')
    case 'already-member':
      return i18n.t('This person is a member already.')
    case 'unknown-staff':
      return i18n.t('We find nobody here by that profile.')
    case 'staff-taken':
      return i18n.t('That profile belongs to another member. Take it from them first.')
    case 'unknown-member':
      return i18n.t('We find no such member here.')
    case 'last-owner':
      return i18n.t('A business needs an owner. Make somebody else an owner first.')
    case 'slug-taken':
      return i18n.t('Another business has this address. Choose another one.')
    case 'slug-unfit':
      return i18n.t('This address is kept for our own pages. Choose another one.')
    case 'unknown-business':
      return i18n.t('We know no business at this address.')
    case 'not-allowed':
      return i18n.t('That cannot be done from the state it is in. Write to us if you need it.')
    case 'unknown-domain':
      return i18n.t('We do not know this trade.')
    case 'none':
      return i18n.t('Choose at least one')
    case 'default-off':
      return i18n.t('Choose one that is switched on')
    case 'unknown-store':
      return i18n.t('We find no such store here.')
    case 'last-store':
      return i18n.t('A business keeps one store open. Open another one first, or switch the business off.')
    default:
      return never(refusal)
  }
}
