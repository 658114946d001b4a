import { hash, verify, type Options } from '@node-rs/argon2'

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet). Argon2id is the package's default.
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Nobody's password: what is checked where there is no account, so that the answer takes as long.
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$Z3VpbGRoYWxsLW5vYm9keQ$dn1GBCb69FpRjpxKPqYWDvziqMddUQhSWUOXEYevz80'

let runs = 0

/** How often argon2 has run in this process, hashing or checking: tests assert that two paths do the same work. */
export function argon2Runs(): number {
  return runs
}

/** The argon2id hash to keep of a password; about 20 ms on a thread of its own. */
export function hashPassword(password: string): Promise<string> {
  runs += 1
  return hash(normal(password), cost)
}

/** Whether this is the password of a kept hash. Without one it takes as long and the answer is no. */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  runs += 1
  const right = await verify(kept ?? nobodys, normal(password))
  return right && kept !== null
}

// The same letters typed on another keyboard are the same password (NIST SP 800-63B, 5.1.1.2).
function normal(password: string): string {
  return password.normalize('NFKC')
}
