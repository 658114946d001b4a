import { writeViews } from '~/core/listings/index.server'
import { minute } from '~/kernel/time'
import { role } from '~/platform/litefs.server'
import { log } from '~/platform/log.server'
import type { Closer } from './shutdown'

let each: NodeJS.Timeout | undefined

/** Writes each minute how often pages of this process were looked at. The tally lies in its memory, where no worker of a job sees it; a node that may not write keeps it. */
export function writeViewsEachMinute(): void {
  each ??= setInterval(write, minute).unref()
}

/** Writes what is left of the tally; nothing where nobody has begun to write. */
export const lastViews: Closer = {
  name: 'views',
  close: () => {
    if (!each) return
    clearInterval(each)
    each = undefined
    write()
  },
}

function write(): void {
  if (role() !== 'primary') return
  try {
    writeViews()
  } catch (error) {
    log.error({ err: error }, 'the views were not written')
  }
}
