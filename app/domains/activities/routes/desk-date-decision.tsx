import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { calledOff } from '~/core/bookings/index.server'
import { bookedPlaces, confirmSession } from '~/core/sessions/index.server'
import { formatDateTime, formatMoney } from '~/kernel/format'
import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Breadcrumb, Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { deskDate, headOfDate } from '../desk.server'

export const loader = guarded({ access: { needs: 'activities.manage' } }, ({ db, ctx, params }) => {
  const found = deskDate(db, ctx, params.date)
  const { session } = found
  const head = headOfDate(ctx, found)
  return {
    title: `${ctx.i18n.t('Does it take place?')} – ${head.name}`,
    ...head,
    /** Only what still waits is to be decided. */
    waits: session.status === 'scheduled',
    booked: bookedPlaces(db, ctx.businessId, session, ctx.now),
    minPeople: session.minPeople ?? 0,
    stakes: calledOff(db, ctx.businessId, [session.id]),
    currency: ctx.business.currency,
    starts: formatDateTime(ctx.i18n.locale, session.timeZone, session.startsAt),
  }
})

export const action = guardedAction({ access: { needs: 'activities.manage' } }, ({ ctx, params }) => {
  const confirmed = confirmSession(ctx, params.date ?? '')
  if (!confirmed.ok && confirmed.refusal.kind === 'unknown-session') return notFound(ctx.i18n.t('There is no such date here.'))
  // Somebody else has decided meanwhile: the page of the date shows what.
  return seeOther(`/dashboard/${ctx.business.slug}/activities/dates/${params.date}`, confirmed.ok ? { key: 'activities.date-runs' } : undefined)
})

export default function Decision() {
  const i18n = useI18n()
  const { name, when, back, waits, booked, minPeople, stakes, currency, starts } = useLoaderData<typeof loader>()
  const paid = formatMoney(i18n.locale, stakes.backMinor, currency)
  return (
    <div className="stack loose">
      <Breadcrumb href={back} label={when} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Does it take place?')} kicker={`${name}, ${when}`} />
      <p className="statement">{i18n.t('{booked, plural, =0 {Nobody is booked} one {# place is booked} other {# places are booked}}; you wanted {minPeople}.', { booked, minPeople })}</p>
      {!waits && <p>{i18n.t('This is decided already.')}</p>}
      <Section id="run" title={i18n.t('It takes place')}>
        <p>{i18n.t('Everybody stays booked, you keep {paid}, and nobody is told anything new. More people can still book until it is too late.', { paid })}</p>
        {waits && (
          <form id="decision" method="post">
            <Actions>
              <Button icon="check">{i18n.t('It takes place')}</Button>
            </Actions>
          </form>
        )}
      </Section>
      <Section id="off" title={i18n.t('It does not take place')}>
        <p>{i18n.t('{bookings, plural, =0 {Nobody has to be told.} one {# booking is cancelled and told why.} other {# bookings are cancelled and told why.}} {paid} goes back, and the guide and the rooms are free.', { bookings: stakes.bookings, paid })}</p>
        {waits && (
          <Actions>
            <Button variant="danger" href={`${back}/cancellation`}>
              {i18n.t('Cancel this date…')}
            </Button>
          </Actions>
        )}
      </Section>
      {waits && <p className="soft">{i18n.t('If you decide nothing, it takes place on {starts}.', { starts })}</p>}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
