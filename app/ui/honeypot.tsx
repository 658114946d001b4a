import { honeypotField, honeypotMark } from '~/platform/honeypot'
import { useI18n } from '~/platform/words/use-i18n'

/**
 * A field that people do not see and programs fill in. The mark beside it shows that the form was fetched at all:
 * a post in which both are missing did not come from this page.
 */
export function Honeypot({ mark = '1' }: { mark?: string }) {
  const i18n = useI18n()
  return (
    <div className="sr" aria-hidden="true">
      <label>
        {i18n.t('Leave this empty')}
        <input name={honeypotField} tabIndex={-1} autoComplete="off" defaultValue="" />
      </label>
      <input type="hidden" name={honeypotMark} value={mark} />
    </div>
  )
}
