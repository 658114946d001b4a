import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import type { EnquiryStatus } from '../model/enquiry-state'

/** The state of an enquiry in a word. */
export function EnquiryBadge({ status }: { status: EnquiryStatus }) {
  const i18n = useI18n()
  switch (status) {
    case 'new':
      return <Badge tone="wait">{i18n.t('Not answered yet')}</Badge>
    case 'answered':
      return <Badge tone="good">{i18n.t('Answered')}</Badge>
    case 'closed':
      return <Badge tone="done">{i18n.t('Closed enquiry')}</Badge>
  }
}
