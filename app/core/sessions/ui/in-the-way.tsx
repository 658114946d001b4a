import { formatDay } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Notice } from '~/ui/notice'
import type { InTheWay as Way } from '../set-dates.server'

/** What could be done where a date is not to be had as it was asked for: another start, some dates left out, or hours that are passed over. */
export function InTheWay({ free, out, offHours }: Way) {
  const i18n = useI18n()
  if (free.length === 0 && out.length === 0 && !offHours) return null
  return (
    <Notice tone="wait">
      {free.length > 0 && <p>{i18n.t('Everything needed is free at: {starts}.', { starts: free.join(', ') })}</p>}
      {out.length > 0 && (
        <fieldset className="field">
          <legend>{i18n.t('Leave these dates out')}</legend>
          {out.map((date) => (
            <label className="choice" key={date}>
              <input type="checkbox" name="skip" value={date} defaultChecked /> <span>{formatDay(i18n.locale, date)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {offHours && (
        <label className="choice">
          <input type="checkbox" name="anyHours" value="on" /> <span>{i18n.t('Set it anyway: they work then, whatever their hours say')}</span>
        </label>
      )}
    </Notice>
  )
}
