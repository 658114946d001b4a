import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dateLinks } from '~/core/bookings/index.server'
import { ChangeForm, dateChangeForm, DeskDate, takenOf } from '~/core/sessions/index'
import { answerChange, changeDate } from '~/core/sessions/index.server'
import { formatMoney, formatNumber } from '~/kernel/format'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Figures } from '~/ui/figures'
import { pageTitle } from '~/ui/page-title'
import { datePage } from '../date-page.server'
import { activityHead, dateHref, deskDate, headOfDate } from '../desk.server'
import { dateWords } from '../ui/date-words'

export const loader = guarded({ access: { needs: 'activities.read' } }, ({ db, ctx, params }) => {
  const found = deskDate(db, ctx, params.date)
  const { back: at, when } = headOfDate(ctx, found)
  return { title: `${when} – ${found.activity.listing.title}`, ...activityHead(db, ctx, found.activity), at, ...dateLinks(ctx, found.session.id), date: datePage(db, ctx, found.session) }
})

export const action = guardedAction({ access: { needs: 'activities.manage' } }, ({ ctx, form, params }) => {
  const { session } = read((db) => deskDate(db, ctx, params.date))
  const answer = answerChange(form, dateChangeForm(ctx.i18n), (values) => changeDate(ctx, session, values))
  return answer ?? seeOther(dateHref(ctx, session.id), { key: 'activities.date-saved' })
})

export default function DatePage() {
  const i18n = useI18n()
  const { name, here, at, date, links, mayBook, mayManage } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <DeskDate name={name} here={here} at={at} date={date} book={i18n.t('Book for somebody')} guide={i18n.t('Guide')} mayManage={mayManage} mayBook={mayBook} links={links} toTell={date.toTell}>
      <Figures
        figures={[
          { label: i18n.t('Booked and held'), value: takenOf(i18n, date.places) },
          { label: i18n.t('Of those not paid yet'), value: formatNumber(i18n.locale, date.places.held) },
          { label: i18n.t('People'), value: formatNumber(i18n.locale, date.in.people) },
          { label: i18n.t('Paid'), value: formatMoney(i18n.locale, date.paidMinor, date.currency) },
        ]}
      />
      {mayManage && date.isAhead && <ChangeForm date={date} {...dateWords(i18n)} answer={answer} />}
    </DeskDate>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
