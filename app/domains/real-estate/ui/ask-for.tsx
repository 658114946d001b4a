import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Card } from '~/ui/page'
import type { ShownProperty } from '../shown-property.server'

interface AskForProps {
  readonly property: ShownProperty
  /** In words; null where none is told. */
  readonly price: string | null
  /** Where a viewing is booked; null where nobody can book one. */
  readonly viewing: string | null
}

/** What is for rent or for sale costs, and how to see it or to ask. */
export function AskFor({ property, price, viewing }: AskForProps) {
  const i18n = useI18n()
  const { business, tenure, phone } = property
  return (
    <Card>
      <h2>{tenure === 'sale' ? i18n.t('For sale') : i18n.t('For rent')}</h2>
      <p className="lede">{price ?? i18n.t('Ask for the price')}</p>
      <p>{i18n.t('{business} shows it to you.', { business: business.name })}</p>
      <Actions>
        {viewing && <Button href={viewing}>{i18n.t('Book a viewing')}</Button>}
        <Button variant={viewing ? 'quiet' : 'primary'} href="#ask">
          {i18n.t('Ask about it')}
        </Button>
      </Actions>
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
