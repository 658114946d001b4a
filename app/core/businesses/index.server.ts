export { acceptInvitation, invitationFor, type AcceptInvitationRefusal, type ShownInvitation } from './accept-invitation.server'
export { allBusinesses, countBusinesses, type BusinessCursor, type BusinessFilter } from './all-businesses.server'
export { changeBusiness, type BusinessDetails, type ChangeBusinessRefusal } from './change-business.server'
export { changeMember, memberById, removeMember, type ChangeMemberRefusal, type MemberDetails } from './change-member.server'
export { countryChoices, currencyChoices, zoneChoices, type NamedChoice } from './choices.server'
export { createBusiness, suggestCode, type CreateBusinessRefusal, type NewBusiness } from './create-business.server'
export { businessesFound, countFoundBusinesses, currenciesInUse, findBusinesses, type BusinessesFound, type BusinessSearch, type FoundBusiness } from './find-businesses.server'
export { optional as optionalText, required as requiredText, storeShape } from './forms'
export { businessFacts, businessForGate, membership } from './gate.server'
export { installPermissions, installTrades, knownTrades, roleMay, type Trade } from './installed.server'
export { inviteMember, invitationToSend, openInvitations, withdrawInvitation, type Invitation, type InviteMemberRefusal } from './invite-member.server'
export { jobCtx } from './job-ctx.server'
export { changesBetween } from './model/changes'
export { freeSlug, isFitSlug } from './model/slugs'
export {
  businessById,
  businessesByIds,
  businessesOf,
  enabledDomains,
  membersOf,
  membersWho,
  staffById,
  staffOf,
  storeById,
  storesOf,
  type Business,
  type Member,
  type StaffProfile,
  type Store,
} from './queries.server'
export { addStaff, changeStaff, moveStaff, setStaffActive, type StaffDetails } from './save-staff.server'
export { addStore, changeStore, closeStore, reopenStore, type StoreDetails } from './save-store.server'
export { setBusinessStatus, type SetBusinessStatusRefusal } from './set-business-status.server'
export { switchDomains, type DomainChoice, type SwitchDomainsRefusal } from './switch-domains.server'
