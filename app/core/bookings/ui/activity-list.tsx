import { useI18n } from '~/platform/words/use-i18n'
import { Tag } from '~/ui/badge'
import { History } from '~/ui/history'
import { Time } from '~/ui/when'
import type { Activity } from '../activity.server'
import { activityWords } from '../activity-words'

interface ActivityListProps {
  readonly rows: readonly Activity[]
  readonly zone: string
  readonly currency: string
}

/** What was lately done, the latest first; each line leads to what it is about. */
export function ActivityList({ rows, zone, currency }: ActivityListProps) {
  const i18n = useI18n()
  return (
    <History
      happenings={rows.map((row) => ({
        key: row.id,
        what: (
          <>
            {activityWords(i18n, { ...row, currency })}
            {': '}
            <a href={row.href} dir="auto">
              {row.who === null ? row.title : i18n.t('{title}, {who}', { title: row.title, who: row.who })}
            </a>{' '}
            <Tag domain={row.domain}>{row.trade}</Tag>
          </>
        ),
        at: (
          <span className="soft fine">
            <Time at={row.at} zone={zone} /> <ByWhom by={row.by} />
          </span>
        ),
      }))}
    />
  )
}

function ByWhom({ by }: Pick<Activity, 'by'>) {
  const i18n = useI18n()
  if (by.kind === 'system') return i18n.t('by itself')
  return by.name === null ? i18n.t('by the customer') : i18n.t('by {name}', { name: by.name })
}
