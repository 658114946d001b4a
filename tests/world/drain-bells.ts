// A drain in a process of its own: `drain-bells.ts <file> <now>` delivers every bell and says how many it delivered itself.
import { openDatabase } from '~/platform/database.server'
import { deliverDue, fanOut } from '~/platform/outbox/drain.server'
import { installSubscribers } from '~/platform/outbox/subscribers.server'
import { countsBells } from './bells'

const [, , path = '', now = '0'] = process.argv
openDatabase(path)
installSubscribers([countsBells])
let delivered = 0
for (let quiet = 0; quiet < 3; ) {
  const taken = fanOut(Number(now), 5)
  const round = deliverDue(Number(now), 5).delivered
  delivered += round
  quiet = taken + round === 0 ? quiet + 1 : 0
}
console.log(delivered)
