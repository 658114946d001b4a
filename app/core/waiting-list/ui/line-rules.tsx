import { useI18n } from '~/platform/words/use-i18n'
import type { WaitingSettings } from '../settings.server'

/** How the line works, before anybody joins it. */
export function LineRules({ settings: { offerHours, strict } }: { settings: WaitingSettings }) {
  const i18n = useI18n()
  return (
    <p>
      {strict
        ? i18n.t('When places become free we ask those who wait, in the order in which they came. Nobody is passed over, even if they want more places than are free.')
        : i18n.t('When places become free we ask those who wait, in the order in which they came. Whoever wants more places than are free is passed over, and stays in line.')}{' '}
      {i18n.t('What we offer is kept for you for {offerHours, plural, one {# hour} other {# hours}}, shorter when it begins soon. Waiting costs nothing.', { offerHours })}
    </p>
  )
}
