import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Time } from '~/ui/when'
import { jobsWithState } from '../attention.server'
import { jobStateName } from '../words'

export const loader = guarded({ access: 'admin' }, ({ db, ctx }) => ({ title: ctx.i18n.t('Jobs'), zone: ctx.zone ?? 'UTC', jobs: jobsWithState(db, ctx.now) }))

export default function Jobs() {
  const i18n = useI18n()
  const { title, zone, jobs } = useLoaderData<typeof loader>()
  const at = (instant: number | null) => (instant === null ? i18n.t('Never') : <Time at={instant} zone={zone} />)
  return (
    <>
      <TitleLine title={title} kicker={i18n.t('{count, plural, one {# job} other {# jobs}}', { count: jobs.length })} />
      {jobs.length === 0 ? (
        <EmptyState title={i18n.t('No job has run yet')}>
          <p>{i18n.t('They start with the server. Look again in a minute; if nothing stands here then, look into the log.')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={i18n.t('The last runs of each job')}
          quietCaption
          fold
          rows={jobs}
          rowKey={(run) => run.job}
          columns={[
            { key: 'job', heading: i18n.t('Job'), names: true, cell: (run) => run.job },
            {
              key: 'state',
              heading: i18n.t('State'),
              place: 'state',
              cell: (run) => {
                const { label, tone } = jobStateName(i18n, run.state)
                return <Badge tone={tone}>{label}</Badge>
              },
            },
            { key: 'started', heading: i18n.t('Began'), cell: (run) => at(run.startedAt) },
            { key: 'finished', heading: i18n.t('Ended well'), cell: (run) => at(run.finishedAt) },
            { key: 'failed', heading: i18n.t('Failed last'), cell: (run) => at(run.failedAt) },
            { key: 'error', heading: i18n.t('Why'), cell: (run) => run.error },
          ]}
        />
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
