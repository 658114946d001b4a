import { formatTimeRange } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Section } from '~/ui/page'
import { PlainList } from '~/ui/plain-list'
import { customerHref } from '../customer-hrefs'
import type { CustomerPage } from '../customer-page.server'

/** Where several were booked together: each with its time and person, and the way to call it off alone. */
export function VisitItems({ page }: { page: Pick<CustomerPage, 'items' | 'zone' | 'reference' | 'token'> }) {
  const i18n = useI18n()
  const [first, ...others] = page.items
  if (!first) return null
  const atOnce = others.every(({ startsAt }) => startsAt === first.startsAt)
  return (
    <Section id="items" title={atOnce ? i18n.t('What is booked') : i18n.t('One after the other')}>
      <PlainList
        flush
        items={page.items.map((item) => ({
          key: item.id,
          content: (
            <>
              {!atOnce && <strong>{formatTimeRange(i18n.locale, page.zone, item.startsAt, item.endsAt)}</strong>}{' '}
              {item.calledOff ? <s dir="auto">{item.title}</s> : <span dir="auto">{item.title}</span>}
              {item.withWhom && !item.calledOff && <span className="soft"> {i18n.t('with {person}', { person: item.withWhom })}</span>}
              {item.attendee && !item.calledOff && <span className="soft"> {i18n.t('for {person}', { person: item.attendee })}</span>}{' '}
              {item.calledOff && <Badge tone="bad">{i18n.t('Cancelled')}</Badge>}
              {item.alone && (
                <>
                  <br />
                  <a className="fine" href={customerHref(page, `/items/${item.id}/cancellation`)}>
                    {i18n.t('Cancel only {item}', { item: item.title })}
                  </a>
                </>
              )}
            </>
          ),
        }))}
      />
    </Section>
  )
}
