import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { conflict, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { PlainList } from '~/ui/plain-list'
import { sessionOr404 } from '../door-page.server'
import { absentIn, completedUnseen, markAbsent } from '../mark-absent.server'

const mostNamed = 50

export const loader = guarded({ access: { needs: 'admission.run' } }, ({ db, ctx, params }) => {
  const session = sessionOr404(db, ctx, params.session)
  const absent = absentIn(db, ctx, session.id)
  return {
    title: ctx.i18n.t('Mark who did not come?'),
    session,
    back: `/dashboard/${ctx.business.slug}/attendees/${session.id}`,
    over: session.endsAt <= ctx.now,
    absent: absent.slice(0, mostNamed),
    bookings: absent.length,
    completed: completedUnseen(db, ctx, session.id).length,
    people: absent.reduce((sum, { people }) => sum + people, 0),
  }
})

export const action = guardedAction({ access: { needs: 'admission.run' } }, ({ ctx, params }) => {
  const session = read((db) => sessionOr404(db, ctx, params.session))
  if (session.endsAt > ctx.now) return conflict({ refusal: ctx.i18n.t('It is not over yet: somebody may still come.') })
  const { marked, left } = markAbsent(ctx, session.id)
  return seeOther(`/dashboard/${ctx.business.slug}/attendees/${session.id}`, { key: 'admission.absent-marked', params: { marked: String(marked), left: String(left) } })
})

export default function Absences() {
  const i18n = useI18n()
  const { title, session, back, over, absent, bookings, completed, people } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  const can = over && bookings > 0
  return (
    <ConfirmPage
      back={{ href: back, label: session.title, nav: i18n.t('Back') }}
      title={title}
      tone={can ? 'bad' : 'plain'}
      consequence={<p>{consequence()}</p>}
      details={
        <>
          {refusal && (
            <Notice tone="bad" announce>
              <p>{refusal}</p>
            </Notice>
          )}
          {absent.length > 0 && (
            <PlainList
              fine
              items={absent.map(({ bookingId, name, reference, people: some }) => ({
                key: bookingId,
                content: (
                  <p>
                    <span dir="auto">{name}</span> <span className="num soft">{reference}</span>, {i18n.t('{people, plural, one {# person} other {# people}}', { people: some })}
                  </p>
                ),
              }))}
            />
          )}
          {bookings > absent.length && <p className="soft">{i18n.t('and {more} more', { more: bookings - absent.length })}</p>}
        </>
      }
    >
      <form id="absences" method="post">
        <Actions>
          {can && <Button variant="danger">{i18n.t('Mark them as no-shows')}</Button>}
          <Button href={back} variant="plain">
            {i18n.t('Back to the attendees')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )

  function consequence(): string {
    if (!over) return i18n.t('It is not over yet: somebody may still come.')
    if (bookings === 0 && completed > 0) {
      return i18n.t('{completed, plural, one {# booking} other {# bookings}} of whom nobody was let in: a day after the end they were completed by themselves, and completed bookings can no longer be marked.', { completed })
    }
    if (bookings === 0) return i18n.t('Everybody whose booking is confirmed came, or is marked already.')
    return i18n.t(
      '{bookings, plural, one {# booking} other {# bookings}} for {people, plural, one {# person} other {# people}}: nobody of them was let in. They are marked as no-shows, which cannot be taken back. Nothing is sent; what was paid is kept or given back as the cancellation policy says of no-shows.',
      { bookings, people },
    )
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
