import { read, type Db } from '~/platform/database.server'
import { isPassword } from '~/platform/passwords.server'
import { passwordHashOf } from './users.server'

/** Whether the account has a password at all. */
export function hasPassword(db: Db, userId: string): boolean {
  return passwordHashOf(db, userId) !== null
}

/** Whether this is the account's password, asked again before an act that would outlive a session left open; true where it has none. */
export async function confirmPassword(userId: string, password: string): Promise<boolean> {
  const hash = read((db) => passwordHashOf(db, userId))
  return hash === null || isPassword(password, hash)
}
