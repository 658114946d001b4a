import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { pageTitle } from '~/ui/page-title'
import { actById } from '../admissions.server'
import { sessionOr404, shownActOf } from '../door-page.server'
import { undoAdmission } from '../undo-admission.server'

export const loader = guarded({ access: { needs: 'admission.run' } }, ({ db, ctx, params }) => {
  const session = sessionOr404(db, ctx, params.session)
  const back = `/dashboard/${ctx.business.slug}/door/${session.id}`
  const act = actById(db, ctx.businessId, params.act ?? '')
  if (!act || act.sessionId !== session.id) notFound(ctx.i18n.t('This was undone already.'), { href: back, label: ctx.i18n.t('Back to the door') })
  return { title: ctx.i18n.t('Let in by mistake?'), session, back, act: shownActOf(db, ctx, act) }
})

export const action = guardedAction({ access: { needs: 'admission.run' } }, ({ ctx, params }) => {
  const session = read((db) => sessionOr404(db, ctx, params.session))
  const back = `/dashboard/${ctx.business.slug}/door/${session.id}`
  const undone = undoAdmission(ctx, params.act ?? '')
  if (!undone.ok) notFound(ctx.i18n.t('This was undone already.'), { href: back, label: ctx.i18n.t('Back to the door') })
  return seeOther(back, { key: 'admission.undone' })
})

export default function DoorUndoing() {
  const i18n = useI18n()
  const { title, session, back, act } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      back={{ href: back, label: session.title, nav: i18n.t('Back') }}
      title={title}
      tone="wait"
      about={
        <>
          <span dir="auto">{act.name}</span>, {act.title}
        </>
      }
      consequence={
        <p>{i18n.t('{people, plural, one {# person counts} other {# people count}} as not come yet, and the ticket opens the door again. What happened stays written down.', { people: act.people })}</p>
      }
    >
      <form id="undo" method="post">
        <Actions>
          <Button>{i18n.t('Undo')}</Button>
          <Button href={back} variant="plain">
            {i18n.t('Back to the door')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
