import { desc, eq, sql } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { prepared, type Db } from '~/platform/database.server'
import { logIns, type logInOutcomes } from '#db/schema/identity'
import { emailHash } from './lock-outs.server'

export type LogInOutcome = (typeof logInOutcomes)[number]

interface LogInEntry {
  readonly userId: string | null
  readonly email: string
  readonly outcome: LogInOutcome
  /** "Firefox · Windows" */
  readonly device: string
}

/** Adds a line to the log of log-ins. */
export function logLogIn(db: Db, ctx: Ctx, { userId, email, outcome, device }: LogInEntry): void {
  insertLogIn(db).run({ id: ctx.newId(), userId, emailHash: emailHash(email), at: ctx.now, outcome, device })
}

/** The latest lines of an account's log, the newest first. */
export function logInsOf(db: Db, userId: string): { id: string; at: number; outcome: LogInOutcome; device: string }[] {
  return latestLogIns(db).all({ userId })
}

const insertLogIn = prepared((db) =>
  db
    .insert(logIns)
    .values({
      id: sql.placeholder('id'),
      userId: sql.placeholder('userId'),
      emailHash: sql.placeholder('emailHash'),
      at: sql.placeholder('at'),
      outcome: sql.placeholder('outcome'),
      device: sql.placeholder('device'),
    })
    .prepare(),
)

const latestLogIns = prepared((db) =>
  db
    .select({ id: logIns.id, at: logIns.at, outcome: logIns.outcome, device: logIns.device })
    .from(logIns)
    .where(eq(logIns.userId, sql.placeholder('userId')))
    .orderBy(desc(logIns.id))
    .limit(20)
    .prepare(),
)
