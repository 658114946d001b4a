import { TimeWeek } from '~/core/schedules/index'
import type { TimesPage } from '~/core/schedules/index.server'
import { formatDateTime } from '~/kernel/format'
import { formatInstant, parseInstant } from '~/kernel/time'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { FilterBar, FilterField, FilterSelect } from '~/ui/filter-bar'
import { Notice } from '~/ui/notice'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { DeskParts } from './desk-parts'
import { deskHref, type DeskAddress, type ShownDeskStep } from './desk-href'

interface DeskWeekProps {
  readonly title: string
  readonly step: ShownDeskStep
  readonly times: TimesPage
  readonly address: DeskAddress
  readonly path: string
  readonly base: string
  /** May see why a time is not free. */
  readonly manages: boolean
}

/** When: a week of times as the desk may book them, and the stretch that was touched in the calendar first. */
export function DeskWeek({ title, step, times, address, path, base, manages }: DeskWeekProps) {
  const i18n = useI18n()
  const at = parseInstant(address.at)
  const timeHref = (start: number) => deskHref(path, { ...address, at: '' }, { start: formatInstant(start) })
  const near = at === null ? undefined : times.days.flatMap((day) => day.times).find(({ start }) => start >= at)
  return (
    <>
      <Breadcrumb href={deskHref(path, { ...address, service: '', also: '' })} label={i18n.t('Another service')} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('{title}: when?', { title })} kicker={step.parts.map((part) => `${part.title}, ${part.about}`).join(' · ')} />
      <div className="stack loose">
        {near && (
          <Notice icon="clock">
            <p>{i18n.t('The first time from where you were in the calendar:')}</p>
            <p>
              <Button href={timeHref(near.start)}>{formatDateTime(i18n.locale, step.zone, near.start, 'short')}</Button>
            </p>
          </Notice>
        )}
        <FilterBar action={path} submit={i18n.t('Show times')} keep={{ service: step.id, ...(address.also && { also: address.also }), ...(step.stores.length === 0 && address.store && { store: address.store }) }}>
          {step.people.length > 1 && (
            <FilterSelect name="staff" label={i18n.t('With')} value={step.person?.id ?? ''} options={[{ value: '', label: i18n.t('Anyone who is free') }, ...step.people]} />
          )}
          {step.stores.length > 1 && <FilterSelect name="store" label={i18n.t('Where')} value={address.store} options={step.stores} />}
          <FilterField name="from" type="date" label={i18n.t('Week of')} value={times.monday} min={times.first} />
        </FilterBar>
        <DeskParts step={step} address={address} path={path} />
        <TimeWeek
          page={times}
          zone={step.zone}
          readerZone={null}
          timeHref={timeHref}
          weekHref={(from) => deskHref(path, { ...address, at: '' }, { from })}
        />
        {manages && (
          <p className="soft">
            {i18n.t('A time that you expect is missing?')} <a href={`${base}/appointments/services/${step.id}/why`}>{i18n.t('See why it is not free')}</a>
          </p>
        )}
      </div>
    </>
  )
}
