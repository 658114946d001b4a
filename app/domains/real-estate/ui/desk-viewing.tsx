import { TimeWeek } from '~/core/schedules/index'
import type { TimesPage } from '~/core/schedules/index.server'
import { formatInstant } from '~/kernel/time'
import { useI18n } from '~/platform/words/use-i18n'
import { Facts } from '~/ui/facts'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import { Breadcrumb, Card } from '~/ui/page'
import { When } from '~/ui/when'

interface Property {
  readonly id: string
  readonly title: string
  readonly zone: string
  readonly lengthMs: number
}

interface Agents {
  readonly agents: readonly { readonly value: string; readonly label: string }[]
  /** Who is asked for; null where anybody does. */
  readonly agentId: string | null
}

interface DeskViewingTimesProps extends Agents {
  readonly property: Property
  readonly times: TimesPage | null
  readonly path: string
  /** What the address carries on beside the time and the agent. */
  readonly kept: Readonly<Record<string, string>>
  /** Where another property is chosen. */
  readonly back: string
  readonly hrefOf: (more?: Readonly<Record<string, string>>) => string
}

/** When, and who shows it: a week of times as the desk may book them. */
export function DeskViewingTimes({ property, agents, agentId, times, path, kept, back, hrefOf }: DeskViewingTimesProps) {
  const i18n = useI18n()
  return (
    <>
      <Breadcrumb href={back} label={i18n.t('Another property')} nav={i18n.t('Back')} />
      <div className="stack loose">
        <h1>{i18n.t('Viewing: {title}', { title: property.title })}</h1>
        {times && (
          <>
            <FilterBar action={path} submit={i18n.t('Show times')} keep={{ ...kept, ...(agents.length > 1 || agentId === null ? {} : { staff: agentId }) }}>
              {agents.length > 1 && (
                <FilterSelect name="staff" label={i18n.t('With')} value={agentId ?? ''} options={[{ value: '', label: i18n.t('Anyone who is free') }, ...agents]} />
              )}
              <FilterField name="from" type="date" label={i18n.t('Week of')} value={times.monday} min={times.first} />
            </FilterBar>
            <TimeWeek page={times} zone={property.zone} readerZone={null} timeHref={(start) => hrefOf({ start: formatInstant(start) })} weekHref={(from) => hrefOf({ from })} />
          </>
        )}
        <p className="hint">{i18n.t('At the desk you book whatever time is free: notice and window bind visitors only.')}</p>
      </div>
    </>
  )
}

/** What was chosen at the desk, beside the form. */
export function DeskViewingCard({ property, agents, agentId, start, change }: Agents & { readonly property: Property; readonly start: number; readonly change: string }) {
  const i18n = useI18n()
  return (
    <Card domain="real-estate">
      <h2>{i18n.t('The viewing')}</h2>
      <Facts
        facts={[
          { term: i18n.t('What'), detail: <span dir="auto">{property.title}</span> },
          { term: i18n.t('When'), detail: <When start={start} end={start + property.lengthMs} zone={property.zone} />, changeHref: change },
          { term: i18n.t('With'), detail: agents.find(({ value }) => value === agentId)?.label ?? i18n.t('Anyone who is free') },
        ]}
      />
    </Card>
  )
}
