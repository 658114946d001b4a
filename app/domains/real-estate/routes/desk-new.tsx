import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DeskDetailsForm, deskForm } from '~/core/bookings/index'
import { placeBooking } from '~/core/bookings/index.server'
import { formatMoney } from '~/kernel/format'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { newToken } from '~/platform/signing.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Button } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { MenuList } from '~/ui/menu-list'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { formatDuration } from '~/ui/when'
import { stayQuery } from '../asked-stay'
import { deskNearest, deskOffer, deskOrder, deskProperties, deskStay } from '../desk-step.server'
import { deskShown } from '../desk-viewing.server'
import { orderTrouble } from '../order-trouble.server'
import type { NearDates } from '../stay-offer.server'
import { DeskDates } from '../ui/desk-dates'
import { DeskStayCard } from '../ui/desk-stay-card'

export const loader = guarded({ access: { needs: 'bookings.manage' } }, ({ db, ctx, query, url }) => {
  const { i18n, business } = ctx
  const stay = deskStay(db, ctx, query)
  const offer = stay?.choice ? deskOffer(db, ctx, { ...stay, choice: stay.choice }) : null
  return {
    title: i18n.t('New booking'),
    base: `/dashboard/${business.slug}`,
    path: url.pathname,
    currency: business.currency,
    manages: ctx.member.may('real-estate.manage'),
    at: query.get('at') ?? '',
    shown: stay ? [] : deskShown(db, ctx).map(({ listing, viewing }) => ({ id: listing.id, title: listing.title, about: formatDuration(i18n, viewing.minutes) })),
    properties: stay ? [] : deskProperties(db, ctx).map(({ listing }) => ({ id: listing.id, title: listing.title, price: listing.priceMinor === null ? '' : formatMoney(i18n.locale, listing.priceMinor, business.currency) })),
    stay: stay && {
      id: stay.property.listing.id,
      title: stay.property.listing.title,
      zone: stay.property.store.timeZone,
      room: { most: stay.property.stay.guestsMost, childAge: stay.property.stay.childAge },
      asked: stay.asked,
      questions: stay.questions,
    },
    offer,
    // Random per render: a form sent twice is the same booking.
    key: newToken(),
  }
})

export const action = guardedAction({ access: { needs: 'bookings.manage' } }, ({ ctx, form, query }) => {
  const stay = read((db) => deskStay(db, ctx, query)) ?? notFound(ctx.i18n.t('There is no such property here.'))
  const none: NearDates[] = []
  const sent = readForm(form, deskForm(ctx.i18n, stay.questions))
  if (!sent.ok) return invalid({ result: sent.again(), alternatives: none })
  const { choice } = stay
  if (!choice) return invalid({ result: sent.again({ '': ctx.i18n.t('Choose the day of arrival and the day of departure.') }), alternatives: none })
  const placed = placeBooking(ctx, deskOrder(stay, choice, sent.value))
  if (placed.ok) {
    const { reference } = placed.value
    return seeOther(`/dashboard/${ctx.business.slug}/bookings/${reference}`, { key: 'bookings.placed-at-desk', params: { reference } })
  }
  const { why, status } = orderTrouble(ctx, placed.refusal)
  const alternatives = placed.refusal.kind === 'taken' ? read((db) => deskNearest(db, ctx, stay.property, choice)) : none
  return data({ result: sent.again({ '': why }), alternatives }, { status })
})

export default function NewStay() {
  const i18n = useI18n()
  const { title, base, path, stay, offer, key, currency, manages, properties, shown, at } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const later = at === '' ? '' : `&at=${at}`
  const address = (arrive: string | null, depart: string | null) => (stay ? `${path}${stayQuery({ arrive, depart, guests: stay.asked.guests })}`.replace('?', `?property=${stay.id}&`) : path)
  if (stay && offer?.kind === 'free') {
    return (
      <DeskDetailsForm
        title={title}
        aside={<DeskStayCard title={stay.title} zone={stay.zone} offer={offer} currency={currency} change={`${path}?property=${stay.id}`} />}
        asideLabel={i18n.t('The stay')}
        action={address(stay.asked.arrive, stay.asked.depart)}
        back={{ href: `${path}?property=${stay.id}`, label: i18n.t('Back to the dates') }}
        questions={stay.questions}
        formKey={key}
        result={answer?.result}
        alternatives={(answer?.alternatives ?? []).map(({ arrive, depart, label }: NearDates) => ({ href: address(arrive, depart), label }))}
      />
    )
  }
  if (stay) return <DeskDates title={title} stay={stay} refused={offer} path={path} addressOf={address} />
  return (
    <div className="stack loose">
      <Breadcrumb href={`${base}/overview`} label={i18n.t('Overview')} nav={i18n.t('Back')} />
      <h1>{title}</h1>
      {properties.length === 0 && shown.length === 0 && (
        <EmptyState title={i18n.t('There is nothing to book yet')} actions={manages && <Button href={`${base}/real-estate/properties`}>{i18n.t('See the properties')}</Button>}>
          <p>{i18n.t('A property comes here once its nights have a price, or somebody shows it to visitors.')}</p>
        </EmptyState>
      )}
      {properties.length > 0 && (
        <section className="stack">
          <h2>{i18n.t('Where would they like to stay?')}</h2>
          <MenuList level={3} verb={i18n.t('Choose')} items={properties.map(({ id, ...property }) => ({ ...property, about: '', href: `${path}?property=${id}${later}` }))} />
        </section>
      )}
      {shown.length > 0 && (
        <section className="stack">
          <h2>{i18n.t('What would they like to be shown?')}</h2>
          <MenuList level={3} verb={i18n.t('Choose')} items={shown.map(({ id, ...property }) => ({ ...property, price: '', href: `${base}/real-estate/viewings/new?property=${id}${later}` }))} />
        </section>
      )}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
