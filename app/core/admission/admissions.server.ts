import { prepared, type Db } from '~/platform/database.server'

export interface FirstAdmission {
  readonly at: number
  readonly byUserId: string
  readonly door: string | null
}

/** What one post at the door did. */
export interface AdmissionAct extends FirstAdmission {
  readonly actId: string
  readonly sessionId: string
  readonly itemId: string
  /** How many it let in. */
  readonly people: number
}

/** How many of an item are in. */
export function admittedOf(db: Db, itemId: string): number {
  return ofItem(db).get({ itemId })?.people ?? 0
}

/** Whether anybody of these items is in. */
export function anyIn(db: Db, itemIds: readonly string[]): boolean {
  return itemIds.some((itemId) => admittedOf(db, itemId) > 0)
}

/** When, where and by whom the first of an item was let in; null where nobody is in. */
export function firstOf(db: Db, itemId: string): FirstAdmission | null {
  return first(db).get({ itemId }) ?? null
}

/** How many are in, by item, of those in a session. */
export function admittedInSession(db: Db, businessId: string, sessionId: string): Map<string, number> {
  return new Map(bySession(db).all({ businessId, sessionId }).map(({ itemId, people }) => [itemId, people]))
}

/** How many people are in. */
export function peopleIn(db: Db, businessId: string, sessionId: string): number {
  return countIn(db).get({ businessId, sessionId })?.people ?? 0
}

/** The last acts at the door of a session, the newest first; what was undone is not among them. */
export function latestActs(db: Db, businessId: string, sessionId: string, atMost: number): AdmissionAct[] {
  return latest(db).all({ businessId, sessionId, atMost })
}

/** One act that stands; null for another business's and for what was undone. */
export function actById(db: Db, businessId: string, actId: string): AdmissionAct | null {
  return one(db).get({ businessId, actId }) ?? null
}

const ofItem = prepared((db) => db.$client.prepare<{ itemId: string }, { people: number }>('SELECT count(*) AS people FROM admissions WHERE item_id = @itemId AND undone_at IS NULL'))

const first = prepared((db) =>
  db.$client.prepare<{ itemId: string }, FirstAdmission>(
    'SELECT at, by_user_id AS byUserId, door FROM admissions WHERE item_id = @itemId AND undone_at IS NULL ORDER BY at, place LIMIT 1',
  ),
)

export const admittedSql = 'SELECT item_id AS itemId, count(*) AS people FROM admissions WHERE session_id = @sessionId AND business_id = @businessId AND undone_at IS NULL GROUP BY item_id'
export const peopleInSql = 'SELECT count(*) AS people FROM admissions WHERE session_id = @sessionId AND business_id = @businessId AND undone_at IS NULL'

const bySession = prepared((db) => db.$client.prepare<{ businessId: string; sessionId: string }, { itemId: string; people: number }>(admittedSql))
const countIn = prepared((db) => db.$client.prepare<{ businessId: string; sessionId: string }, { people: number }>(peopleInSql))

const act = (condition: string) =>
  `SELECT act_id AS actId, session_id AS sessionId, item_id AS itemId, at, by_user_id AS byUserId, door, count(*) AS people
   FROM admissions WHERE ${condition} AND business_id = @businessId AND undone_at IS NULL`

export const latestSql = `${act('session_id = @sessionId')} GROUP BY at, act_id ORDER BY at DESC, act_id DESC LIMIT @atMost`

const latest = prepared((db) => db.$client.prepare<{ businessId: string; sessionId: string; atMost: number }, AdmissionAct>(latestSql))
const one = prepared((db) => db.$client.prepare<{ businessId: string; actId: string }, AdmissionAct>(`${act('act_id = @actId')} GROUP BY act_id`))
