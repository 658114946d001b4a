import { BookingWay } from '~/core/bookings/index'
import { formatDay } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import type { AskedStay } from '../asked-stay'
import type { ShownProperty } from '../shown-property.server'
import { stayHref } from './stay-hrefs'

interface StayStepsProps {
  readonly property: ShownProperty
  readonly asked: Pick<AskedStay, 'arrive' | 'depart' | 'guests'>
  readonly at: 'when' | 'who' | 'check'
  /** Whether something of it is paid when it is booked. */
  readonly pays: boolean
  readonly who?: string
}

/** Where somebody is on the way to a stay, and the way back. */
export function StaySteps({ property, asked, at, pays, who }: StayStepsProps) {
  const i18n = useI18n()
  const dates = asked.arrive && asked.depart ? `${formatDay(i18n.locale, asked.arrive, 'day')} – ${formatDay(i18n.locale, asked.depart, 'day')}` : undefined
  return (
    <BookingWay
      at={at}
      what={{ label: i18n.t('What'), note: property.title, href: stayHref(property, 'property', asked) }}
      when={{ label: i18n.t('When'), note: dates, href: stayHref(property, 'dates', asked) }}
      who={who}
      pays={pays}
    />
  )
}
