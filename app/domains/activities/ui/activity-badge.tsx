import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'

/** The state of an activity in a word. */
export function ActivityBadge({ status }: { status: 'draft' | 'active' | 'paused' | 'archived' }) {
  const i18n = useI18n()
  switch (status) {
    case 'draft':
      return <Badge>{i18n.t('Draft')}</Badge>
    case 'active':
      return <Badge tone="good">{i18n.t('Bookable')}</Badge>
    case 'paused':
      return <Badge tone="wait">{i18n.t('Paused')}</Badge>
    case 'archived':
      return <Badge tone="done">{i18n.t('Archived')}</Badge>
  }
}
