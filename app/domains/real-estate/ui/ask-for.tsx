import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Card } from '~/ui/page'
import type { ShownProperty } from '../shown-property.server'

/** What is for rent or for sale costs, and whom to ask. */
export function AskFor({ property, priceMinor }: { property: ShownProperty; priceMinor: number | null }) {
  const i18n = useI18n()
  const { business, tenure, phone } = property
  const price = priceMinor === null ? null : formatMoney(i18n.locale, priceMinor, business.currency)
  return (
    <Card>
      <h2>{tenure === 'sale' ? i18n.t('For sale') : i18n.t('For rent')}</h2>
      <p className="lede">{price === null ? i18n.t('Ask for the price') : tenure === 'sale' ? price : i18n.t('{price} a month', { price })}</p>
      <p>{i18n.t('{business} shows it to you.', { business: business.name })}</p>
      {phone && (
        <p>
          <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} dir="ltr">
            {phone}
          </a>
        </p>
      )}
    </Card>
  )
}
