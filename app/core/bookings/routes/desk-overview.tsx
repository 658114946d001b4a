import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatDay } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { useDesk } from '~/ui/desk-context'
import { Section, Spread, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { overview } from '../overview.server'
import { ActivityList } from '../ui/activity-list'
import { OverviewDay } from '../ui/overview-day'
import { OverviewFigures } from '../ui/overview-figures'
import { OverviewWaiting } from '../ui/overview-waiting'

export const loader = guarded({ access: { needs: 'bookings.read' } }, ({ db, ctx }) => ({
  title: ctx.i18n.t('Overview of {business}', { business: ctx.business.name }),
  base: `/dashboard/${ctx.business.slug}`,
  day: overview(db, ctx),
}))

export default function OverviewPage() {
  const i18n = useI18n()
  const { day, base } = useLoaderData<typeof loader>()
  const { quickActions } = useDesk()
  return (
    <>
      <TitleLine kicker={formatDay(i18n.locale, day.date, 'weekdayName')} title={<time dateTime={day.date}>{formatDay(i18n.locale, day.date, 'date')}</time>}>
        <Actions small>
          {quickActions.map(({ href, label, icon }, index) => (
            <Button key={href} href={href} icon={icon} variant={index === 0 ? 'primary' : 'quiet'}>
              {label}
            </Button>
          ))}
        </Actions>
      </TitleLine>
      <Spread width="narrow" label={i18n.t('Needs an answer')} aside={<OverviewWaiting day={day} base={base} />}>
        <OverviewDay day={day} base={base} />
      </Spread>
      <OverviewFigures day={day} base={base} />
      {day.lately.length > 0 && (
        <Section id="lately" title={i18n.t('Recent activity')} after aside={<p><a href={`${base}/analytics/activity`}>{i18n.t('All activity')}</a></p>}>
          <ActivityList rows={day.lately} zone={day.zone} currency={day.currency} />
        </Section>
      )}
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
