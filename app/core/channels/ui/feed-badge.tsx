import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'

interface FeedBadgesProps {
  readonly state: 'well' | 'failing' | 'paused' | 'new'
  readonly clashes: number
}

/** How a calendar does, in a word or two. */
export function FeedBadges({ state, clashes }: FeedBadgesProps) {
  const i18n = useI18n()
  return (
    <>
      {state === 'well' && <Badge tone="good">{i18n.t('Up to date')}</Badge>}
      {state === 'failing' && <Badge tone="bad">{i18n.t('Cannot be read')}</Badge>}
      {state === 'paused' && <Badge tone="done">{i18n.t('Paused')}</Badge>}
      {state === 'new' && <Badge tone="wait">{i18n.t('Not read yet')}</Badge>}{' '}
      {clashes > 0 && <Badge tone="bad">{i18n.t('{clashes} booked twice', { clashes })}</Badge>}
    </>
  )
}
