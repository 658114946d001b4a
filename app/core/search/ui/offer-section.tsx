import { priceTag } from '~/core/listings/index'
import { useI18n } from '~/platform/words/use-i18n'
import { MenuList } from '~/ui/menu-list'
import { Section } from '~/ui/page'
import { RatingMark } from '~/ui/stars'
import type { BusinessPage, ShownStore } from '../business-page.server'

type ShownSection = BusinessPage['sections'][number]

/** A domain's price list on the page of a business, under the business's own headings. */
export function OfferSection({ section, currency, tax }: { section: ShownSection; currency: string; tax?: Pick<ShownStore, 'taxName' | 'taxIncluded'> }) {
  const i18n = useI18n()
  const groups = [...new Set(section.rows.map((row) => row.group))]
  const note = tax?.taxIncluded && section.rows.some((row) => row.priceMinor !== null) ? i18n.t('Prices include {tax}', { tax: tax.taxName }) : null
  return (
    <Section id={section.domain} title={section.title} domain={section.domain} aside={note && <p className="soft fine">{note}</p>}>
      <div className="stack loose">
        {groups.map((group) => (
          <div key={group ?? ''}>
            {group !== null && <h3 dir="auto">{group}</h3>}
            <MenuList
              verb={section.verb}
              level={group === null ? 3 : 4}
              items={section.rows
                .filter((row) => row.group === group)
                .map(({ title, about, href, priceMinor, picture, rating }) => ({
                  title, href, picture,
                  about: rating ? (
                    <>
                      <RatingMark {...rating} /> {about}
                    </>
                  ) : (
                    about
                  ),
                  price: priceMinor === null ? i18n.t('Ask for the price') : priceTag(i18n, priceMinor, currency),
                }))}
            />
          </div>
        ))}
        {section.note && <p className="soft">{section.note}</p>}
      </div>
    </Section>
  )
}
