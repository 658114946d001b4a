import { formatNumber } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Facts } from '~/ui/facts'
import { Figures } from '~/ui/figures'
import { Icon } from '~/ui/icon'
import { Section } from '~/ui/page'
import { PlainList } from '~/ui/plain-list'
import type { AskedStay } from '../asked-stay'
import type { propertyPage, ShownProperty } from '../shown-property.server'
import { stayHref } from './stay-hrefs'

type Page = Omit<ReturnType<typeof propertyPage>, 'pictures'>

/** Guests, rooms and size in figures, what it has, and what its category tells. */
export function PropertyFacts({ page, guests }: { page: Page; guests: number | null }) {
  const i18n = useI18n()
  const { bedrooms, beds, baths, size, amenities, extra } = page
  const number = (value: number) => formatNumber(i18n.locale, value)
  const figures = [
    ...(guests === null ? [] : [{ label: i18n.t('Guests'), value: number(guests) }]),
    ...(bedrooms === null ? [] : [{ label: i18n.t('Bedrooms'), value: number(bedrooms) }]),
    ...(beds === null ? [] : [{ label: i18n.t('Beds'), value: number(beds) }]),
    ...(baths === null ? [] : [{ label: i18n.t('Baths'), value: number(baths) }]),
    ...(size === null ? [] : [{ label: i18n.t('Size'), value: i18n.t('{size} m²', { size: number(size) }) }]),
  ].slice(0, 4)
  return (
    <>
      {figures.length > 0 && <Figures figures={figures} />}
      {amenities.length > 0 && (
        <Section id="has" title={i18n.t('What it has')}>
          <ul className="columns small">
            {amenities.map((amenity) => (
              <li className="with-icon" key={amenity} dir="auto">
                <Icon name="check" /> {amenity}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {extra && <Facts facts={extra.facts.map(({ title, text }) => ({ term: title, detail: <span dir="auto">{text}</span> }))} />}
    </>
  )
}

/** The house that it is a part of, and its own parts: each is booked by itself. */
export function RelatedProperties({ property, page, asked }: { property: ShownProperty; page: Page; asked: AskedStay }) {
  const i18n = useI18n()
  const others = page.whole ? [page.whole] : page.parts
  if (others.length === 0) return null
  return (
    <Section id="parts" title={page.whole ? i18n.t('The whole house') : i18n.t('Its rooms, each by itself')}>
      <PlainList
        flush
        items={others.map(({ slug, title, price, guests }) => ({
          key: slug,
          content: (
            <p className="row ends base">
              <a href={stayHref({ business: property.business, slug }, 'property', asked)} dir="auto">
                {title}
              </a>
              <span className="soft">
                {[
                  ...(guests === null ? [] : [i18n.t('{guests, plural, one {# guest} other {# guests}}', { guests })]),
                  price,
                ].filter((words) => words !== null).join(', ')}
              </span>
            </p>
          ),
        }))}
      />
    </Section>
  )
}

/** Hours and house rules. */
export function HouseRules({ property, rules }: { property: ShownProperty; rules: string | null }) {
  const i18n = useI18n()
  const { arriveFrom, arriveUntil, leaveBy } = property
  if (!rules && !arriveFrom) return null
  return (
    <Section id="house-rules" title={i18n.t('House rules')}>
      {arriveFrom && leaveBy && (
        <p>
          {arriveUntil
            ? i18n.t('Arrive from {from} to {until}, leave by {leave}.', { from: arriveFrom, until: arriveUntil, leave: leaveBy })
            : i18n.t('Arrive from {from}, leave by {leave}.', { from: arriveFrom, leave: leaveBy })}
        </p>
      )}
      {rules?.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph} dir="auto">
          {paragraph}
        </p>
      ))}
    </Section>
  )
}
