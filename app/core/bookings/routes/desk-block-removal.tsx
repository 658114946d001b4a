import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Ctx } from '~/kernel/ctx'
import { localDateOf } from '~/kernel/time'
import { notFound, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { Facts } from '~/ui/facts'
import { pageTitle } from '~/ui/page-title'
import { When } from '~/ui/when'
import { unblockTime } from '../../allocation/index.server'
import { blockForMember } from '../block-diary.server'

export const loader = guarded({ access: { needs: 'calendar.block' } }, ({ db, ctx, params }) => {
  const block = blockForMember(db, ctx, params.block) ?? gone(ctx)
  const zone = ctx.business.timeZone
  return {
    title: ctx.i18n.t('Free this time again?'),
    block,
    zone,
    back: `/dashboard/${ctx.business.slug}/calendar?view=day&date=${localDateOf(block.startsAt, zone)}`,
  }
})

export const action = guardedAction({ access: { needs: 'calendar.block' } }, ({ ctx, params }) => {
  const block = read((db) => blockForMember(db, ctx, params.block)) ?? gone(ctx)
  unblockTime(ctx, block.id)
  const date = localDateOf(block.startsAt, ctx.business.timeZone)
  return seeOther(`/dashboard/${ctx.business.slug}/calendar?view=day&date=${date}`, { key: 'bookings.unblocked' })
})

export default function BlockRemoval() {
  const i18n = useI18n()
  const { title, block, zone, back } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      back={{ href: back, label: i18n.t('Calendar'), nav: i18n.t('Back') }}
      title={title}
      consequence={<p>{i18n.t('Customers can book it from now on.')}</p>}
      tone="plain"
      details={
        <Facts
          facts={[
            { term: i18n.t('Who or what'), detail: block.name },
            { term: i18n.t('When'), detail: <When start={block.startsAt} end={block.endsAt} zone={zone} /> },
            { term: i18n.t('Reason'), detail: block.reason ?? i18n.t('None') },
          ]}
        />
      }
    >
      <form id="free" method="post">
        <Actions>
          <Button>{i18n.t('Free this time')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Keep it blocked')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

function gone(ctx: Ctx): never {
  notFound(ctx.i18n.t('This time is not blocked any more.'))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
