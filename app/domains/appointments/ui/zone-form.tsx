import { zonePlace } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { Options } from '~/ui/choice-field'
import { Details } from '~/ui/details'

// One for nearly every clock in use: the whole list of 400 would outweigh the page. The profile has them all.
const known = [
  'Pacific/Honolulu', 'America/Anchorage', 'America/Los_Angeles', 'America/Denver', 'America/Chicago', 'America/Mexico_City', 'America/New_York',
  'America/Bogota', 'America/Halifax', 'America/St_Johns', 'America/Sao_Paulo', 'Atlantic/Azores', 'Europe/Lisbon', 'Europe/London', 'Europe/Madrid',
  'Europe/Berlin', 'Europe/Athens', 'Africa/Cairo', 'Africa/Lagos', 'Africa/Johannesburg', 'Europe/Istanbul', 'Asia/Dubai', 'Asia/Karachi',
  'Asia/Kolkata', 'Asia/Dhaka', 'Asia/Bangkok', 'Asia/Shanghai', 'Asia/Tokyo', 'Australia/Sydney', 'Pacific/Auckland',
]

/** A plain form beside the times: the reader's own zone is kept in a cookie, or in the account. */
export function ZoneForm({ storeZone, readerZone, here }: { storeZone: string; readerZone: string | null; here: string }) {
  const i18n = useI18n()
  const zones = [...new Set([...known, ...(readerZone ? [readerZone] : [])])].filter((zone) => zone !== storeZone)
  const options = [
    { value: '', label: i18n.t('{place} time only', { place: zonePlace(storeZone) }) },
    ...zones.map((zone) => ({ value: zone, label: zonePlace(zone) })),
  ]
  return (
    <Details summary={i18n.t('Are you in another time zone?')} open={readerZone !== null && readerZone !== storeZone}>
      <form className="filters keep" id="time-zone" method="post" action="/time-zone">
        <div className="field">
          <label htmlFor="zone">{i18n.t('Also show them in')}</label>
          <select className="input" id="zone" name="zone" defaultValue={readerZone === storeZone ? '' : (readerZone ?? '')} autoComplete="off">
            <Options options={options} />
          </select>
        </div>
        <input type="hidden" name="to" value={here} />
        <Button variant="quiet">{i18n.t('Show both')}</Button>
      </form>
    </Details>
  )
}
