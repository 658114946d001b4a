import { formatInstant } from '~/kernel/time'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { When } from '~/ui/when'
import type { MovePage } from '../move-page.server'
import { MovedParts } from './moved-parts'

/** The new time and what moving there means, with the button that does it. */
export function AskToMove({ page, start }: { page: MovePage; start: number }) {
  const i18n = useI18n()
  const query = new URLSearchParams(page.keep)
  const last = page.parts.at(-1)
  const end = last ? start + last.afterMs + last.lengthMs : start
  const href = query.size > 0 ? `${page.path}?${query}` : page.path
  return (
    <>
      <Notice tone={page.asks ? 'wait' : 'plain'} icon="move">
        <p className="statement">
          <When start={start} end={end} zone={page.zone} readerZone={page.readerZone} />
        </p>
        <MovedParts parts={page.parts} start={start} zone={page.zone} />
        <p>
          {page.asks
            ? i18n.t('{business} has to agree first. Until then your visit stays where it is, and the new time is kept for you.', { business: page.business })
            : i18n.t('Your old time becomes free for others at once. Moving costs nothing.')}
        </p>
      </Notice>
      <form method="post" action={href} id={`move-${start}`}>
        <input type="hidden" name="item" value={page.itemId} />
        <input type="hidden" name="start" value={formatInstant(start)} />
        <Actions>
          <Button icon="move">{page.asks ? i18n.t('Ask for this time') : i18n.t('Move my visit')}</Button>
          <Button href={href} variant="quiet">
            {i18n.t('Choose another time')}
          </Button>
        </Actions>
      </form>
    </>
  )
}
