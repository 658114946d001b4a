import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { profilePicture } from '~/core/pictures/index.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { modules } from '~/registry'
import { Chips } from '~/ui/chips'
import { iconNamed } from '~/ui/icon'
import { Portrait } from '~/ui/portrait'
import { AfterAct } from '../after-act'
import { Frame } from '../frame'

export const loader = guarded({ access: 'account' }, ({ db, ctx }) => ({ name: ctx.account.name, picture: profilePicture(db, ctx.account.id) }))

export default function AccountLayout() {
  const { name, picture } = useLoaderData<typeof loader>()
  return (
    <Frame>
      <div className="stack loose">
        <p className="with-icon">
          <Portrait name={name} image={picture} /> <strong dir="auto">{name}</strong>
        </p>
        <AccountNavigation />
        <AfterAct />
        <Outlet />
      </div>
    </Frame>
  )
}

function AccountNavigation() {
  const i18n = useI18n()
  const { pathname } = useLocation()
  const entries = modules
    .flatMap(({ navigation }) => navigation)
    .filter(({ shell }) => shell === 'account')
    .sort((a, b) => a.order - b.order)
  return (
    <Chips
      label={i18n.t('Your account')}
      chips={entries.map(({ to, label, icon }) => {
        const href = to === '' ? '/account' : `/account/${to}`
        return { href, label: label(i18n), icon: iconNamed(icon), current: pathname === href ? 'page' : undefined }
      })}
    />
  )
}
