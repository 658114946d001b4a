import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { I18n } from '@lingui/core'
import { formatMoney } from '~/kernel/format'
import { never } from '~/kernel/result'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction, type MemberCtx } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { DataTable } from '~/ui/data-table'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { actOnListings, type ChosenRefusal } from '../act-on-listings.server'
import { chosenPage } from '../desk-page.server'
import { chosenListings, deskActOf, listOfChosen, mostChosen, type DeskAct } from '../desk-selection'
import { listingStatusName } from '../status-words'

export const loader = guarded({ access: { needs: 'listings.manage' } }, ({ db, ctx, params, query }) => {
  const act = known(ctx, params.act)
  const ids = chosenListings(query)
  const { rows, count } = chosenPage(db, ctx, act, ids.slice(0, mostChosen))
  return { act, title: rows.length === 0 ? ctx.i18n.t('No listing is chosen') : questionOf(ctx.i18n, act, count), back: `/dashboard/${ctx.business.slug}/listings${listOfChosen(query)}`, currency: ctx.business.currency, rows, count, tooMany: ids.length > mostChosen }
})

export const action = guardedAction({ access: { needs: 'listings.manage' } }, ({ ctx, params, form, query }) => {
  const act = known(ctx, params.act)
  const done = actOnListings(ctx, chosenListings(query, form), act)
  if (!done.ok) return invalid({ refusal: refusalWords(ctx.i18n, done.refusal) })
  return seeOther(`/dashboard/${ctx.business.slug}/listings${listOfChosen(query, form)}`, { key: `listings.${act}`, params: { done: String(done.value.done), left: String(done.value.left) } })
})

function known(ctx: MemberCtx, text: string | undefined): DeskAct {
  return deskActOf(text) ?? notFound(ctx.i18n.t('There is no such page.'))
}

export default function ListingsSelection() {
  const i18n = useI18n()
  const { act, title, back, rows, count, tooMany, currency } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  const told = rows.length === 0 ? (refusal ?? i18n.t('Choose at least one listing: tick the box in front of it in the list.')) : count === 0 ? i18n.t('They stay as they are.') : consequenceOf(i18n, act)
  return (
    <ConfirmPage
      back={{ href: back, label: i18n.t('Listings'), nav: i18n.t('Back') }}
      title={title}
      tone={count === 0 ? 'plain' : act === 'archiving' ? 'wait' : 'good'}
      consequence={<p>{told}</p>}
      details={
        <>
          {tooMany && (
            <Notice tone="wait">
              <p>{i18n.t('Choose at most {most} listings at once.', { most: mostChosen })}</p>
            </Notice>
          )}
          {rows.length > 0 && (
            <DataTable
              caption={i18n.t('The listings you chose')}
              quietCaption
              fold
              rows={rows}
              rowKey={({ id }) => id}
              columns={[
                { key: 'title', heading: i18n.t('Name'), names: true, cell: ({ href, title: name, trade }) => <><a href={href}>{name}</a> <small>{trade}</small></> },
                { key: 'price', heading: i18n.t('Price'), place: 'end', cell: ({ priceMinor }) => priceMinor !== null && formatMoney(i18n.locale, priceMinor, currency) },
                { key: 'status', heading: i18n.t('Status'), place: 'state', cell: ({ status, possible }) => <><Badge tone={listingStatusName(i18n, status).tone}>{listingStatusName(i18n, status).label}</Badge> {!possible && i18n.t('It stays as it is.')}</> },
              ]}
            />
          )}
        </>
      }
    >
      <form id="act" method="post">
        <Actions>
          {count > 0 && !tooMany && <Button>{buttonOf(i18n, act)}</Button>}
          <Button variant="plain" href={back}>
            {i18n.t('Back to the list')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

function questionOf(i18n: I18n, act: DeskAct, count: number): string {
  switch (act) {
    case 'publication':
      return i18n.t('{count, plural, =0 {None of these can be published} one {Publish # listing?} other {Publish # listings?}}', { count })
    case 'pause':
      return i18n.t('{count, plural, =0 {None of these can be paused} one {Pause # listing?} other {Pause # listings?}}', { count })
    case 'archiving':
      return i18n.t('{count, plural, =0 {None of these can go into the archive} one {Put # listing into the archive?} other {Put # listings into the archive?}}', { count })
    default:
      return never(act)
  }
}

function consequenceOf(i18n: I18n, act: DeskAct): string {
  switch (act) {
    case 'publication':
      return i18n.t('Customers find and book them from now on.')
    case 'pause':
      return i18n.t('Customers cannot book them until you publish them again. What is booked stays.')
    case 'archiving':
      return i18n.t('Customers find them no more. What is booked stays, and you can take them out of the archive one by one.')
    default:
      return never(act)
  }
}

function buttonOf(i18n: I18n, act: DeskAct): string {
  switch (act) {
    case 'publication':
      return i18n.t('Publish them')
    case 'pause':
      return i18n.t('Pause them')
    case 'archiving':
      return i18n.t('Put them into the archive')
    default:
      return never(act)
  }
}

function refusalWords(i18n: I18n, refusal: ChosenRefusal): string {
  switch (refusal.kind) {
    case 'none-chosen':
      return i18n.t('Choose at least one listing: tick the box in front of it in the list.')
    case 'too-many':
      return i18n.t('Choose at most {most} listings at once.', { most: refusal.most })
    default:
      return never(refusal)
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
