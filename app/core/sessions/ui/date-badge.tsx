import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'

/** The state of a date in a word; nothing where it simply takes place. */
export function DateBadge({ status }: { status: 'scheduled' | 'confirmed' | 'completed' | 'cancelled' }) {
  const i18n = useI18n()
  switch (status) {
    case 'scheduled':
      return <Badge tone="wait">{i18n.t('Waits for enough people')}</Badge>
    case 'confirmed':
      return null
    case 'completed':
      return <Badge tone="done">{i18n.t('Over')}</Badge>
    case 'cancelled':
      return <Badge tone="bad">{i18n.t('Cancelled')}</Badge>
  }
}
