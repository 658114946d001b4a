import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { formatMoney, formatRange, formatTimeRange, zonePlace } from '~/kernel/format'
import { localDateOf } from '~/kernel/time'
import { notFound } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button, PostButton } from '~/ui/button'
import { Chips } from '~/ui/chips'
import { Facts } from '~/ui/facts'
import { History } from '~/ui/history'
import { Icon } from '~/ui/icon'
import { Notice } from '~/ui/notice'
import { Card, Kicker, Section, Spread } from '~/ui/page'
import { Slip } from '~/ui/slip'
import { ownTime, Time } from '~/ui/when'
import { customerHref } from '../customer-hrefs'
import { customerPage } from '../customer-page.server'
import { customerStatus, happened, movingWords, whatGoesBack, whatNow } from '../customer-words'
import { CustomerMoney } from '../ui/customer-money'
import { ToChange, ToPay } from '../ui/to-pay'
import { SalePrice } from '../ui/sale-price'
import { VisitItems } from '../ui/visit-items'

export const loader = guarded({ access: 'booking' }, ({ db, ctx }) => customerPage(db, ctx) ?? notFound(ctx.i18n.t('This booking is no longer here.')))

export default function Booking() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const badge = customerStatus(i18n, page.status)
  const back = whatGoesBack(i18n, page)
  return (
    <>
      <header className="stack tight">
        <Kicker>{i18n.t('Booking {reference}, {business}', { reference: page.reference, business: page.business.name })}</Kicker>
        <div className="row">
          <h1 dir="auto">{page.withWhom ? i18n.t('{what} with {person}', { what: page.what, person: page.withWhom }) : page.what}</h1>{' '}
          <Badge tone={badge.tone}>{badge.label}</Badge>
        </div>
        <p className="lede">{whatNow(i18n, page)}</p>
        {back && <p>{back}</p>}
        {page.reason && <p dir="auto">{i18n.t('The reason given: {reason}', { reason: page.reason })}</p>}
      </header>
      <Spread label={i18n.t('Price and changes')} aside={<Aside />}>
        <ToPay page={page} />
        {page.followUp && (
          <Actions>
            <Button href={page.followUp.href}>{page.followUp.label}</Button>
          </Actions>
        )}
        {page.enclosed && (
          <Actions>
            <Button href={page.enclosed.href} icon="ticket">
              {page.enclosed.label}
            </Button>
          </Actions>
        )}
        <WhenAndWhere />
        <VisitItems page={page} />
        <Acts />
        <Details />
        <Section id="history" title={i18n.t('What has happened')}>
          <History
            happenings={page.steps.map((step, index) => ({
              key: `${step.at} ${index}`,
              what: <strong>{happened(i18n, step, page)}</strong>,
              at: <Time at={step.at} zone={page.zone} />,
            }))}
          />
        </Section>
      </Spread>
    </>
  )
}

function WhenAndWhere() {
  const i18n = useI18n()
  const { startsAt, endsAt, zone, readerZone, withWhom, contactName, attendees, where, mapHref, onlineHref, directions, facts, span } = useLoaderData<typeof loader>()
  const own = readerZone && readerZone !== zone ? ownTime(i18n, startsAt, endsAt, zone, readerZone) : null
  const who = attendees[0] ?? contactName
  return (
    <Slip date={localDateOf(startsAt, zone)} label={i18n.t('When and where')}>
      <p className="statement">
        {span === 'nights' ? formatRange(i18n.locale, zone, startsAt, endsAt) : formatTimeRange(i18n.locale, zone, startsAt, endsAt)} <span className="soft nowrap">{i18n.t('{place} time', { place: zonePlace(zone) })}</span>
      </p>
      {own && <p className="soft">{own}</p>}
      <p className="with-icon top">
        <Icon name="user" /> <span dir="auto">{withWhom ? i18n.t('With {person}, for {who}', { person: withWhom, who }) : i18n.t('For {who}', { who })}</span>
      </p>
      <p className="with-icon top">
        <Icon name="pin" /> <span dir="auto">{directions ? `${where}. ${directions}` : where}</span>
      </p>
      {mapHref && (
        <p>
          <a href={mapHref}>{i18n.t('See it on a map')}</a>
        </p>
      )}
      {onlineHref && (
        <p>
          <a href={onlineHref}>{i18n.t('Join online')}</a>
        </p>
      )}
      {facts.map(({ term, text }) => (
        <p className="soft" key={term} dir="auto">{`${term}: ${text}`}</p>
      ))}
    </Slip>
  )
}

function Acts() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  if (!page.stands) {
    return (
      page.again && page.business.open && (
        <Actions>
          <Button href={page.again}>{i18n.t('Book again')}</Button>
        </Actions>
      )
    )
  }
  return (
    <>
      <ToChange page={page} />
      {page.asked !== null && (
        <Notice tone="wait">
          <p>
            {i18n.t('You asked to move it:')} <Time at={page.asked} zone={page.zone} />. {i18n.t('{business} has to agree first.', { business: page.business.name })}
          </p>
        </Notice>
      )}
      <Actions>
        {page.status !== 'held' && page.movePath && (
          <Button href={customerHref(page, `/${page.movePath}`)} icon="move">
            {i18n.t('Move to another time')}
          </Button>
        )}
        <Button href={customerHref(page, '/cancellation')} variant="quiet" icon="x">
          {i18n.t('Cancel booking')}
        </Button>
      </Actions>
      {page.status !== 'held' && (
        <Section id="calendar" title={i18n.t('Add to your calendar')}>
          <Chips label={i18n.t('Add to your calendar')} chips={[{ href: customerHref(page, '/calendar.ics'), label: i18n.t('Calendar file'), icon: 'download' }]} />
        </Section>
      )}
    </>
  )
}

function Details() {
  const i18n = useI18n()
  const { contactName, contactEmail, note, answers } = useLoaderData<typeof loader>()
  return (
    <Section id="details" title={i18n.t('What you told us')}>
      <Facts
        facts={[
          { term: i18n.t('Name'), detail: <span dir="auto">{contactName}</span> },
          ...(contactEmail ? [{ term: i18n.t('E-mail address'), detail: contactEmail }] : []),
          ...answers.map(({ label, answer }) => ({ term: label, detail: <span dir="auto">{answer === 'yes' ? i18n.t('Yes') : answer === 'no' ? i18n.t('No') : answer}</span> })),
          ...(note ? [{ term: i18n.t('Note'), detail: <span dir="auto">{note}</span> }] : []),
        ]}
      />
    </Section>
  )
}

function Aside() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const { sale, receipt, stands, policy, business, phone, reference, placedAt, zone, pay, status } = page
  return (
    <>
      {sale && (
        <Card>
          <SalePrice sale={status === 'lapsed' ? { ...sale, dueMinor: 0 } : sale} nowMinor={status === 'held' ? pay?.amountMinor : 0} zone={zone} />
          <CustomerMoney sale={sale} business={business.name} zone={zone} />
          {pay && status !== 'held' && !pay.forChange && (
            <PostButton action={customerHref(page, '/payment')} icon="lock">
              {i18n.t('Pay {amount} by card now', { amount: formatMoney(i18n.locale, pay.amountMinor, sale.currency) })}
            </PostButton>
          )}
          {status !== 'held' && status !== 'lapsed' && (
            <p className="soft fine">
              {i18n.t('Booked with {business}, reference {reference},', { business: business.name, reference })} <Time at={placedAt} zone={zone} />
            </p>
          )}
          {receipt && (
            <p>
              <a className="with-icon" href={receipt}>
                <Icon name="download" /> {i18n.t('Receipt')}
              </a>
            </p>
          )}
        </Card>
      )}
      <section className="stack" aria-labelledby="plans">
        <h2 id="plans">{i18n.t('If plans change')}</h2>
        {stands && (
          <>
            {status !== 'held' && page.movePath && <p>{movingWords(i18n, page)}</p>}
            <p>{policy.join(' ')}</p>
          </>
        )}
        {phone ? (
          <p>
            {i18n.t('A question?')} <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{i18n.t('Ring {phone}', { phone })}</a>
          </p>
        ) : (
          <p>
            <a href={`/b/${business.slug}`}>{i18n.t('See the page of {business}', { business: business.name })}</a>
          </p>
        )}
      </section>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.title} – ${data.business.name}` : 'Guildhall' }, { name: 'robots', content: 'noindex' }]
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
