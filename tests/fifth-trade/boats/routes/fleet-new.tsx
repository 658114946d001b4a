import { useLoaderData } from '@remix-run/react'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { addBoat } from '../add-boat.server'

export const loader = guarded({ access: { needs: 'boats.manage' } }, ({ ctx }) => ({ title: ctx.i18n.t('New boat'), save: ctx.i18n.t('Save') }))

export const action = guardedAction({ access: { needs: 'boats.manage' } }, ({ ctx, form }) => {
  const title = form.get('title')
  addBoat(ctx, () => (typeof title === 'string' ? title : ''))
  return seeOther(`/dashboard/${ctx.business.slug}/boats/fleet`, { key: 'boats.added' })
})

export default function NewBoat() {
  const { title, save } = useLoaderData<typeof loader>()
  return (
    <form method="post" id="boat">
      <h1>
        <label htmlFor="title">{title}</label>
      </h1>
      <input className="input" id="title" name="title" required />
      <button>{save}</button>
    </form>
  )
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
