/** What an account may be on the platform, and what a member may be in a business. */
export const roles = ['customer', 'agent', 'admin'] as const
export type Role = (typeof roles)[number]

export const memberRoles = ['owner', 'manager', 'staff'] as const
export type MemberRole = (typeof memberRoles)[number]

/** `noun.verb`, declared in a module's manifest with the member roles that hold it. */
export type Permission = `${string}.${string}`

export type PermissionTable = Readonly<Record<Permission, readonly MemberRole[]>>

/** Who may open a route. A permission is asked of members of the business in the path. */
export type Access =
  | 'public' // anybody
  | 'business' // anybody, on the pages of an active business (`:business` in the path)
  | 'booking' // whoever holds the booking's signed link, or the account it belongs to (`:reference` in the path)
  | 'account' // anybody who is logged in
  | 'admin'
  | { readonly needs: Permission }

export function isMemberRole(text: unknown): text is MemberRole {
  return memberRoles.some((role) => role === text)
}
