import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import type { EventState } from '../model/event-state'

/** The state of an event in a word. */
export function EventBadge({ state }: { state: EventState }) {
  const i18n = useI18n()
  switch (state) {
    case 'draft':
      return <Badge>{i18n.t('Draft')}</Badge>
    case 'published':
      return <Badge tone="good">{i18n.t('On sale')}</Badge>
    case 'paused':
      return <Badge tone="wait">{i18n.t('Paused')}</Badge>
    case 'completed':
      return <Badge tone="done">{i18n.t('Over')}</Badge>
    case 'cancelled':
      return <Badge tone="bad">{i18n.t('Cancelled')}</Badge>
  }
}
