import { together } from '~/core/bookings/index'
import { formatDateTime } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Steps, type Step } from '~/ui/steps'
import type { ShownVisit } from '../shown-visit.server'
import { stepHref } from './visit-hrefs'

const order = ['what', 'when', 'who', 'check'] as const

/** Where somebody is on the way to a visit, and the way back. */
export function BookingSteps({ visit, at, who }: { visit: ShownVisit; at: (typeof order)[number]; who?: string }) {
  const i18n = useI18n()
  const { service, store, start, parts, terms, priceMinor } = visit
  const pays = terms?.kind !== 'on-arrival' && (priceMinor ?? 0) > 0
  const steps: Record<(typeof order)[number], Omit<Step, 'state'>> = {
    what: { label: i18n.t('What'), note: together(i18n, parts.map(({ title }) => title)), href: parts.length > 1 ? stepHref(visit, 'also') : `/b/${visit.business.slug}/appointments/${service.slug}` },
    when: { label: i18n.t('When'), note: start === null ? undefined : formatDateTime(i18n.locale, store.zone, start, 'short'), href: stepHref(visit, 'times') },
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
