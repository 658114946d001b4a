import type { I18n } from '@lingui/core'
import { BookingWay } from '~/core/bookings/index'
import { formatDateTime } from '~/kernel/format'
import { formatInstant } from '~/kernel/time'
import { useI18n } from '~/platform/words/use-i18n'
import { Facts, type Fact } from '~/ui/facts'
import { Card } from '~/ui/page'
import { When } from '~/ui/when'
import type { ShownProperty } from '../shown-property.server'

/** The page of a property, the week of times at which it is shown, or the form that books one. */
export function viewingHref({ business, slug }: Pick<ShownProperty, 'business' | 'slug'>, start: number | null): string {
  const times = `/b/${business.slug}/real-estate/${slug}/viewing`
  return start === null ? times : `${times}/book?start=${formatInstant(start)}`
}

interface ViewingStepsProps {
  readonly property: ShownProperty
  readonly start: number | null
  readonly at: 'when' | 'who' | 'check'
  readonly who?: string
}

/** Where somebody is on the way to a viewing, and the way back. */
export function ViewingSteps({ property, start, at, who }: ViewingStepsProps) {
  const i18n = useI18n()
  return (
    <BookingWay
      at={at}
      what={{ label: i18n.t('What'), note: property.title, href: `/b/${property.business.slug}/real-estate/${property.slug}` }}
      when={{ label: i18n.t('When'), note: start === null ? undefined : formatDateTime(i18n.locale, property.zone, start, 'short'), href: viewingHref(property, null) }}
      who={who}
      pays={false}
    />
  )
}

export interface ViewingTime {
  readonly start: number
  readonly end: number
}

/** What, when and where of a viewing. */
export function viewingFacts(i18n: I18n, property: ShownProperty, time: ViewingTime | null, changes: boolean): Fact[] {
  return [
    { term: i18n.t('What'), detail: <span dir="auto">{i18n.t('Viewing: {title}', { title: property.title })}</span> },
    ...(time === null
      ? []
      : [{ term: i18n.t('When'), detail: <When start={time.start} end={time.end} zone={property.zone} readerZone={property.readerZone} />, ...(changes ? { changeHref: viewingHref(property, null) } : {}) }]),
    ...(property.address ? [{ term: i18n.t('Where'), detail: <span dir="auto">{property.address}</span> }] : []),
  ]
}

/** What has been chosen so far, beside the times or the form. */
export function ViewingCard({ property, time }: { property: ShownProperty; time: ViewingTime | null }) {
  const i18n = useI18n()
  return (
    <Card>
      <h2>{i18n.t('Your viewing')}</h2>
      <Facts facts={viewingFacts(i18n, property, time, true)} />
      <p className="soft fine">{i18n.t('A viewing costs nothing.')}</p>
    </Card>
  )
}
