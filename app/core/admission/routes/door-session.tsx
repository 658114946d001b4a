import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import { data, type LinksFunction, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type * as z from 'zod'
import { invalid, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { permissionsPolicy } from '~/platform/permissions-policy'
import { useI18n } from '~/platform/words/use-i18n'
import { Chips } from '~/ui/chips'
import { Breadcrumb, Section, Spread, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import admissionStyles from '~/ui/styles/pages/admission.css?url'
import { When } from '~/ui/when'
import { usersByIds } from '../../identity/index.server'
import { admit } from '../admit.server'
import { doorPage, sessionOr404 } from '../door-page.server'
import { admissionForm } from '../forms'
import { doorRefusal, type DoorRefusal } from '../refusal-words'
import { AdmittedNow, DoorCount, DoorSearch, LastActs, RefusedNow } from '../ui/door'
import { DoorForm } from '../ui/door-form'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: admissionStyles }]

export const loader = guarded({ access: { needs: 'admission.run' } }, ({ db, ctx, params, query }) => doorPage(db, ctx, params.session, query))

export const headers = () => ({ 'Permissions-Policy': permissionsPolicy(['camera']) })

export const action = guardedAction({ access: { needs: 'admission.run' } }, ({ ctx, form, params }) => {
  const session = read((db) => sessionOr404(db, ctx, params.session))
  const sent = readForm(form, admissionForm(ctx.i18n))
  if (!sent.ok) return invalid({ result: sent.again(), refused: null as DoorRefusal | null })
  const { code = '', item, count, door } = sent.value
  const entered = admit(ctx, { who: item ? { itemId: item } : { code }, sessionId: session.id, count: count ?? null, door: door || null })
  if (entered.ok) return seeOther(`/dashboard/${ctx.business.slug}/door/${session.id}?${new URLSearchParams({ act: entered.value.actId, ...(door ? { door } : {}) })}`)
  const { refusal } = entered
  const by = refusal.kind === 'already-in' ? read((db) => usersByIds(db, [refusal.first.byUserId]).get(refusal.first.byUserId)?.name ?? null) : null
  const refused: DoorRefusal | null = doorRefusal(ctx.i18n, refusal, session.timeZone, by)
  // What was typed wrongly stays to be mended; after any other answer the field waits for the next ticket.
  const keeps = refusal.kind === 'unknown-code' || refusal.kind === 'not-valid' || refusal.kind === 'too-many'
  return data({ result: keeps ? sent.again() : null, refused }, { status: refusal.kind === 'unknown-code' ? 422 : 409 })
})

export default function DoorSession() {
  const i18n = useI18n()
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { session, base } = page
  const [form, fields] = useForm<z.input<ReturnType<typeof admissionForm>>>({
    id: 'admit',
    lastResult: answer?.result,
    defaultValue: { code: page.code },
    defaultNoValidate: false,
    constraint: getZodConstraint(admissionForm(i18n)),
  })
  return (
    <>
      <Breadcrumb href={`${base}/door`} label={i18n.t('The door')} nav={i18n.t('Back')} />
      <TitleLine title={session.title} kicker={<When start={session.startsAt} end={session.endsAt} zone={session.timeZone} written="short" />}>
        <DoorCount page={page} />
      </TitleLine>
      <Spread
        label={i18n.t('Who came in last')}
        aside={
          <>
            <LastActs page={page} />
            <Section id="more" title={i18n.t('Lists')}>
              <Chips
                label={i18n.t('Lists')}
                chips={[
                  { href: `${base}/attendees/${session.id}`, label: i18n.t('Attendees'), icon: 'users' },
                  { href: `${base}/attendees/${session.id}/manifest`, label: i18n.t('To print'), icon: 'printer' },
                ]}
              />
            </Section>
          </>
        }
      >
        {answer?.refused ? <RefusedNow refused={answer.refused} page={page} /> : page.act && !answer && <AdmittedNow page={page} act={page.act} />}
        <DoorForm form={form} fields={fields} page={page} />
        <DoorSearch page={page} />
      </Spread>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
