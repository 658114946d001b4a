import { priceTag } from '~/core/listings/index'
import { formatMoney } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { Section } from '~/ui/page'
import type { Quota, TicketType } from '../tickets.server'
import { leftWords } from '~/core/sessions/index'

interface Lists {
  readonly tickets: readonly (TicketType & { readonly link: string | null })[]
  readonly quotas: readonly Quota[]
  readonly here: string
  readonly mayManage: boolean
}

/** The kinds of ticket of an event. */
export function TicketList({ tickets, quotas, currency, here, mayManage }: Lists & { currency: string }) {
  const i18n = useI18n()
  const add = mayManage && (
    <Button variant="quiet" icon="plus" href={`${here}/tickets/new`}>
      {i18n.t('Add a ticket')}
    </Button>
  )
  type Row = Lists['tickets'][number]
  return (
    <Section id="tickets" title={i18n.t('Tickets')} aside={tickets.length > 0 && add}>
      {tickets.length === 0 ? (
        <EmptyState title={i18n.t('No ticket yet')} actions={add}>
          <p>{i18n.t('Free or paid, for everybody or behind a code. They hold for every date.')}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={i18n.t('In the order in which customers see them')}
          quietCaption
          fold
          rows={tickets}
          rowKey={(ticket) => ticket.id}
          columns={[
            { key: 'title', heading: i18n.t('Title'), names: true, cell: (row: Row) => (mayManage ? <a href={`${here}/tickets/${row.id}`}>{row.title}</a> : row.title) },
            { key: 'price', heading: i18n.t('Price'), place: 'end', cell: (row: Row) => priceTag(i18n, row.priceMinor, currency) },
            { key: 'other', heading: i18n.t('Other prices'), cell: (row: Row) => row.steps.map(({ title, priceMinor }) => `${title} ${formatMoney(i18n.locale, priceMinor, currency)}`).join(', ') },
            { key: 'quotas', heading: i18n.t('Quotas'), cell: (row: Row) => quotas.filter(({ id }) => row.quotaIds.includes(id)).map(({ name }) => name).join(', ') },
            { key: 'state', heading: i18n.t('State'), place: 'state', cell: (row: Row) => <TicketState ticket={row} /> },
          ]}
        />
      )}
    </Section>
  )
}

function TicketState({ ticket: { active, link } }: { ticket: Lists['tickets'][number] }) {
  const i18n = useI18n()
  if (!active) return <Badge tone="done">{i18n.t('Not sold')}</Badge>
  return link === null ? <Badge tone="good">{i18n.t('For everybody')}</Badge> : <a href={link}>{i18n.t('Behind a code')}</a>
}

/** What the tickets of an event share, apart from the places of a date. */
export function QuotaList({ quotas, tickets, here, mayManage }: Lists) {
  const i18n = useI18n()
  const add = mayManage && (
    <Button variant="quiet" icon="plus" href={`${here}/quotas/new`}>
      {i18n.t('Add a quota')}
    </Button>
  )
  return (
    <Section id="quotas" title={i18n.t('Quotas')} aside={add}>
      <p className="soft">{i18n.t('The places of a date count every ticket. A quota counts some of them: the seats of the stand, the places at the table.')}</p>
      {quotas.length > 0 && (
        <DataTable
          caption={i18n.t('On each date, unless the date says otherwise')}
          fold
          rows={quotas}
          rowKey={(quota) => quota.id}
          columns={[
            { key: 'name', heading: i18n.t('Name'), names: true, cell: (row: Quota) => (mayManage ? <a href={`${here}/quotas/${row.id}`}>{row.name}</a> : row.name) },
            { key: 'capacity', heading: i18n.t('How many'), place: 'end', cell: (row: Quota) => leftWords(i18n, row.capacity) },
            { key: 'tickets', heading: i18n.t('Tickets'), cell: (row: Quota) => tickets.filter(({ quotaIds }) => quotaIds.includes(row.id)).map(({ title }) => title).join(', ') },
          ]}
        />
      )}
    </Section>
  )
}
