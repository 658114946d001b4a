import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { StateFile } from '../state-file'
import type { StandInPerson } from './people'

export interface Grant {
  readonly provider: string
  readonly person: StandInPerson
  readonly redirectUri: string
  /** What the code's redeemer must know the origin of; null where none was asked. */
  readonly challenge: string | null
}

const line = z.object({
  hash: z.string(),
  kind: z.enum(['code', 'token', 'used']),
  at: z.number(),
  grant: z.object({
    provider: z.string(),
    person: z.object({ subject: z.string(), name: z.string(), email: z.string().nullable(), emailVerified: z.boolean() }),
    redirectUri: z.string(),
    challenge: z.string().nullable(),
  }),
})
type Line = z.output<typeof line>

// Ten minutes is the most that RFC 6749 recommends for a code.
const codeLasts = 600_000
const tokenLasts = 3_600_000

/** Codes and tokens, in a file of their own, by their hashes. */
export class Codes {
  private readonly file: StateFile<Line>
  private readonly lines: Line[] = []

  constructor(
    stateFile: string,
    private readonly now: () => number,
  ) {
    this.file = new StateFile(stateFile)
  }

  /** A code that can be redeemed once, within ten minutes. */
  issueCode(grant: Grant): string {
    return this.issue('code', grant)
  }

  /** A token for a code; says what is wrong with one that cannot be redeemed. */
  redeem(code: string): { grant: Grant; token: string } | 'used' | 'expired' | 'unknown' {
    const found = this.find('code', code)
    if (!found) return 'unknown'
    if (this.find('used', code)) return 'used'
    this.write({ ...found, kind: 'used', at: this.now() })
    if (this.now() - found.at >= codeLasts) return 'expired'
    return { grant: found.grant, token: this.issue('token', found.grant) }
  }

  /** Whose token it is. */
  bearer(token: string): Grant | null {
    const found = this.find('token', token)
    return found && this.now() - found.at < tokenLasts ? found.grant : null
  }

  close(): void {
    this.file.close()
  }

  private issue(kind: 'code' | 'token', grant: Grant): string {
    const secret = randomBytes(24).toString('base64url')
    this.write({ kind, grant, hash: hashOf(secret), at: this.now() })
    return secret
  }

  private find(kind: Line['kind'], secret: string): Line | undefined {
    this.lines.push(...this.file.readNew().flatMap((text) => line.safeParse(text).data ?? []))
    const hash = hashOf(secret)
    return this.lines.find((each) => each.kind === kind && each.hash === hash)
  }

  private write(each: Line): void {
    this.file.append(each)
  }
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
