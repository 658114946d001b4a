import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dateLinks } from '~/core/bookings/index.server'
import { ChangeForm, DeskDate, leftWords, takenOf } from '~/core/sessions/index'
import { formatMoney, formatNumber } from '~/kernel/format'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { DataTable } from '~/ui/data-table'
import { Figures } from '~/ui/figures'
import { Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { answerDateChange } from '../change-date.server'
import { datePage } from '../date-page.server'
import { dateHref, deskDate, eventHead, headOfDate } from '../desk.server'
import { dateWords } from '../ui/date-words'
import { QuotaFields } from '../ui/quota-fields'

export const loader = guarded({ access: { needs: 'events.read' } }, ({ db, ctx, params }) => {
  const found = deskDate(db, ctx, params.date)
  const { back: at, when } = headOfDate(ctx, found)
  return { title: `${when} – ${found.event.listing.title}`, ...eventHead(db, ctx, found.event), at, ...dateLinks(ctx, found.session.id), date: datePage(db, ctx, found.session) }
})

export const action = guardedAction({ access: { needs: 'events.manage' } }, ({ ctx, form, params }) => {
  const { session } = read((db) => deskDate(db, ctx, params.date))
  return answerDateChange(ctx, form, session) ?? seeOther(dateHref(ctx, session.id), { key: 'events.date-saved' })
})

export default function DatePage() {
  const i18n = useI18n()
  const { name, here, at, date, links, mayBook, mayManage } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <DeskDate name={name} here={here} at={at} date={date} book={i18n.t('Sell tickets')} guide={i18n.t('Who leads it')} mayManage={mayManage} mayBook={mayBook} links={links} toTell={date.toTell}>
      <Figures
        figures={[
          { label: i18n.t('Sold and held'), value: takenOf(i18n, date.places) },
          { label: i18n.t('Of those not paid yet'), value: formatNumber(i18n.locale, date.places.held) },
          { label: i18n.t('Orders'), value: formatNumber(i18n.locale, date.in.bookings) },
          { label: i18n.t('Revenue, net of tax'), value: formatMoney(i18n.locale, date.revenueMinor, date.currency) },
        ]}
      />
      <TicketFigures />
      {date.quotas.length > 0 && <QuotaFigures />}
      {mayManage && date.isAhead && (
        <ChangeForm date={date} {...dateWords(i18n)} answer={answer}>
          {date.quotas.length > 0 && <QuotaFields quotas={date.quotas} />}
        </ChangeForm>
      )}
    </DeskDate>
  )
}

function TicketFigures() {
  const i18n = useI18n()
  const { tickets, currency } = useLoaderData<typeof loader>().date
  type Row = (typeof tickets)[number]
  return (
    <Section id="tickets" title={i18n.t('Tickets')}>
      <DataTable
        caption={i18n.t('What was sold of each kind')}
        quietCaption
        fold
        labelled
        rows={tickets}
        rowKey={(row) => row.id}
        columns={[
          { key: 'title', heading: i18n.t('Title'), names: true, cell: (row: Row) => row.title },
          { key: 'taken', heading: i18n.t('Sold and held'), place: 'end', cell: (row: Row) => formatNumber(i18n.locale, row.taken) },
          { key: 'held', heading: i18n.t('Not paid yet'), place: 'end', cell: (row: Row) => formatNumber(i18n.locale, row.held) },
          { key: 'left', heading: i18n.t('Left'), place: 'end', cell: (row: Row) => (row.active ? leftWords(i18n, row.left) : i18n.t('Not sold')) },
          { key: 'revenue', heading: i18n.t('Revenue, net of tax'), place: 'end', cell: (row: Row) => formatMoney(i18n.locale, row.revenueMinor, currency) },
        ]}
      />
    </Section>
  )
}

function QuotaFigures() {
  const i18n = useI18n()
  const { quotas } = useLoaderData<typeof loader>().date
  type Row = (typeof quotas)[number]
  return (
    <Section id="quotas" title={i18n.t('Quotas')}>
      <DataTable
        caption={i18n.t('What is taken of each')}
        quietCaption
        fold
        labelled
        rows={quotas}
        rowKey={(row) => row.id}
        columns={[
          { key: 'name', heading: i18n.t('Name'), names: true, cell: (row: Row) => row.name },
          { key: 'taken', heading: i18n.t('Sold and held'), place: 'end', cell: (row: Row) => takenOf(i18n, row) },
          { key: 'held', heading: i18n.t('Not paid yet'), place: 'end', cell: (row: Row) => formatNumber(i18n.locale, row.held) },
          { key: 'left', heading: i18n.t('Left'), place: 'end', cell: (row: Row) => leftWords(i18n, row.capacity === null ? null : row.capacity - row.taken) },
        ]}
      />
    </Section>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
