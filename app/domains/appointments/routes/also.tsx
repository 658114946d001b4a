import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatMoney } from '~/kernel/format'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { MenuList } from '~/ui/menu-list'
import { Kicker, Section, Spread } from '~/ui/page'
import { PlainList } from '~/ui/plain-list'
import { formatDuration } from '~/ui/when'
import { askedVisit, mostServices } from '../offered.server'
import { servicesToAdd } from '../services-to-add.server'
import { shownVisit } from '../shown-visit.server'
import { BookingSteps } from '../ui/booking-steps'
import { partDetail } from '../ui/part-detail'
import { VisitCard } from '../ui/visit-card'
import { stepHref, withAlso, without } from '../ui/visit-hrefs'

export const handle = { step: 'what' }

export const loader = guarded({ access: 'business' }, ({ db, ctx, params, query, url }) => {
  const visit = askedVisit(db, ctx, { slug: params.service ?? '', query, url })
  return {
    title: ctx.i18n.t('Several services in one visit – {business}', { business: ctx.business.name }),
    visit: shownVisit(db, ctx, visit, null),
    most: mostServices,
    more: servicesToAdd(db, ctx, visit).map(({ listing: { slug, title, description, priceMinor }, durationMinutes, stores }) => ({
      slug, title, description, priceMinor, minutes: durationMinutes, keepsStore: stores.some(({ id }) => id === visit.store.id),
    })),
  }
})

export default function Also() {
  const i18n = useI18n()
  const { visit, more, most } = useLoaderData<typeof loader>()
  const { business, parts } = visit
  const full = parts.length >= most
  return (
    <div>
      <BookingSteps visit={visit} at="what" />
      <Spread label={i18n.t('Your visit')} sticky aside={<VisitCard visit={visit} />}>
        <header className="stack tight">
          <Kicker>
            <a href={`/b/${business.slug}`} dir="auto">
              {business.name}
            </a>
          </Kicker>
          <h1>{i18n.t('Several services in one visit')}</h1>
          <p className="soft">{i18n.t('They are done one after the other, in this order. At most {most} in one visit.', { most })}</p>
        </header>
        <Section id="chosen" title={i18n.t('What you have chosen')}>
          <PlainList
            flush
            items={parts.map((part) => ({
              key: part.slug,
              content: (
                <>
                  <strong dir="auto">{part.title}</strong> <span className="soft">{partDetail(i18n, part, visit)}</span>{' '}
                  {parts.length > 1 && (
                    <a href={stepHref(without(visit, part.slug), 'also')}>
                      {i18n.t('Remove')}
                      <span className="sr">{`: ${part.title}`}</span>
                    </a>
                  )}
                </>
              ),
            }))}
          />
          <Actions>
            <Button href={stepHref(visit, 'times')}>{i18n.t('Choose a time')}</Button>
          </Actions>
        </Section>
        <Section id="more" title={i18n.t('What else would you like?')}>
          {more.length > 0 ? (
            <MenuList
              verb={i18n.t('Add')}
              items={more.map(({ slug, title, description, priceMinor, minutes, keepsStore }) => ({
                title,
                price: priceMinor === null ? i18n.t('Ask for the price') : formatMoney(i18n.locale, priceMinor, business.currency),
                about: [`${formatDuration(i18n, minutes)}.`, description].filter(Boolean).join(' '),
                href: stepHref(withAlso(visit, slug, keepsStore), 'also'),
              }))}
            />
          ) : (
            <p>{full ? i18n.t('That is as much as fits into one visit. Remove something to add something else.') : i18n.t('There is nothing else that can be had at the same place.')}</p>
          )}
        </Section>
      </Spread>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? 'Guildhall' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
