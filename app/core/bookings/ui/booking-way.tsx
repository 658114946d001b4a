import { useI18n } from '~/platform/words/use-i18n'
import { Steps, type Step } from '~/ui/steps'

type Chosen = Omit<Step, 'state'>

interface BookingWayProps {
  readonly at: 'what' | 'when' | 'who' | 'check'
  readonly what: Chosen
  /** Left out where what and when are chosen on one page. */
  readonly when?: Chosen
  readonly who?: string
  /** Whether something of it is paid when it is booked. */
  readonly pays: boolean
}

/** Where somebody is on the way to a booking, and the way back. */
export function BookingWay({ at, what, when, who, pays }: BookingWayProps) {
  const i18n = useI18n()
  const steps: readonly (Chosen & { readonly name: BookingWayProps['at'] })[] = [
    { name: 'what', ...what },
    ...(when ? [{ name: 'when', ...when } as const] : []),
    { name: 'who', label: i18n.t('Who'), note: who },
    { name: 'check', label: pays ? i18n.t('Check and pay') : i18n.t('Check and book') },
  ]
  const now = steps.findIndex(({ name }) => name === at)
  return (
    <Steps
      label={i18n.t('Steps of your booking')}
      steps={steps.map(({ label, note, href }, index) => {
        if (index < now) return { label, note, href, state: 'done' }
        return { label, state: index === now ? 'current' : 'ahead' }
      })}
    />
  )
}
