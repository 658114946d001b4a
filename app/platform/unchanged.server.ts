import { second, type Instant } from '~/kernel/time'
import { prepared, type Db } from './database.server'

/**
 * Keeps what was computed from the file until anybody commits to it or the next second begins, at most so many answers at once: what many
 * ask for at one moment is computed once. The key names all that an answer depends on beside the file. Answers on the writing
 * connection are never kept, since a connection does not see its own commits in `data_version`.
 */
export function keptWhileUnchanged<Answer>(most: number): (db: Db, now: Instant, key: string, compute: () => Answer) => Answer {
  const keptBy = prepared(() => ({ version: -1, at: -1, answers: new Map<string, Answer>() }))
  return (db, now, key, compute) => {
    if (!db.$client.readonly) return compute()
    const kept = keptBy(db)
    const [version, at] = [dataVersion(db).get() ?? -1, Math.floor(now / second)]
    if (kept.version !== version || kept.at !== at || kept.answers.size >= most) Object.assign(kept, { version, at }).answers.clear()
    const known = kept.answers.get(key)
    if (known !== undefined) return known
    const answer = compute()
    kept.answers.set(key, answer)
    return answer
  }
}

const dataVersion = prepared((db) => db.$client.prepare<[], number>('PRAGMA data_version').pluck())
