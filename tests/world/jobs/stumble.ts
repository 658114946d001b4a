import { record } from '~/platform/audit.server'
import { transact } from '~/platform/database.server'
import { uuidv7 } from '~/kernel/ids'
import { i18nFor } from '~/platform/words/i18n'
import { every } from '../../../jobs/every'

/** Dies at its first run, throws at its second, and works from then on; each run leaves a row. */
export default every('300 ms', 'stumble', ({ now }) => {
  const runs = transact((db) => {
    const ctx = { now, newId: () => uuidv7(now), requestId: 'job', i18n: i18nFor('en'), zone: null, actor: { kind: 'system', job: 'stumble' }, clientAddress: '' } as const
    record(db, ctx, { action: 'tests.job.run', subject: 'stumble' })
    return (db.$client.prepare("SELECT count(*) AS n FROM audit WHERE subject = 'stumble'").get() as { n: number }).n
  })
  if (runs === 1) process.exit(7)
  if (runs === 2) throw new Error('lost its footing')
  return 1
})
