import type { ModuleManifest } from '~/kernel/define-module'
import type { MemberRole, Permission, PermissionTable } from '~/kernel/permissions'

export type Trade = NonNullable<ModuleManifest['trade']>

let trades: readonly Trade[] = []
let permissions: PermissionTable = {}

/** Hands over the trades that a business can switch on, once, at start: the core knows no domain. */
export function installTrades(list: readonly Trade[]): void {
  trades = list
}

/** Hands over every module's permissions, joined, once, at start. */
export function installPermissions(table: PermissionTable): void {
  permissions = table
}

/** The trades in the order of the registry. */
export function knownTrades(): readonly Trade[] {
  return trades
}

/** Whether a role holds a permission; an unknown permission is nobody's. */
export function roleMay(role: MemberRole, permission: Permission): boolean {
  return permissions[permission]?.includes(role) ?? false
}

/** The roles that hold a permission. */
export function rolesWho(permission: Permission): readonly MemberRole[] {
  return permissions[permission] ?? []
}
