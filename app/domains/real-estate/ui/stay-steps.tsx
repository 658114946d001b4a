import { formatDay } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Steps, type Step } from '~/ui/steps'
import type { AskedStay } from '../asked-stay'
import type { ShownProperty } from '../shown-property.server'
import { stayHref } from './stay-hrefs'

const order = ['what', 'when', 'who', 'check'] as const

interface StayStepsProps {
  readonly property: ShownProperty
  readonly asked: Pick<AskedStay, 'arrive' | 'depart' | 'guests'>
  readonly at: (typeof order)[number]
  /** Whether something of it is paid when it is booked. */
  readonly pays: boolean
  readonly who?: string
}

/** Where somebody is on the way to a stay, and the way back. */
export function StaySteps({ property, asked, at, pays, who }: StayStepsProps) {
  const i18n = useI18n()
  const dates = asked.arrive && asked.depart ? `${formatDay(i18n.locale, asked.arrive, 'day')} – ${formatDay(i18n.locale, asked.depart, 'day')}` : undefined
  const steps: Record<(typeof order)[number], Omit<Step, 'state'>> = {
    what: { label: i18n.t('What'), note: property.title, href: stayHref(property, 'property', asked) },
    when: { label: i18n.t('When'), note: dates, href: stayHref(property, 'dates', asked) },
    who: { label: i18n.t('Who'), note: who },
    check: { label: pays ? i18n.t('Check and pay') : i18n.t('Check and book') },
  }
  const now = order.indexOf(at)
  return (
    <Steps
      label={i18n.t('Steps of your booking')}
      steps={order.map((name, index) => {
        const { label, note, href } = steps[name]
        if (index < now) return { label, note, href, state: 'done' }
        return { label, state: index === now ? 'current' : 'ahead' }
      })}
    />
  )
}
