import { Outlet, useLocation } from '@remix-run/react'
import { useI18n } from '~/platform/words/use-i18n'
import { modules } from '~/registry'
import { Desk, type DeskLink } from '~/ui/desk'
import { iconNamed } from '~/ui/icon'
import { DemoBanner, SkipLink } from '~/ui/masthead'
import { AfterAct } from '../after-act'
import { useRootData } from '../root-data'

export default function AdminLayout() {
  const i18n = useI18n()
  const links = useAdminLinks()
  return (
    <>
      <SkipLink />
      {useRootData()?.demo && <DemoBanner mailboxHref="/dev/mailbox" />}
      <Desk
        firm={{ name: i18n.t('Guildhall, administration'), href: '/admin' }}
        menuHref="/admin"
        groups={[{ links }, { label: i18n.t('You'), links: [{ href: '/account', label: i18n.t('Your account'), icon: 'user' }, { href: '/', label: i18n.t('Guildhall'), icon: 'hall' }] }]}
      >
        <div className="stack loose">
          <AfterAct />
          <Outlet />
        </div>
      </Desk>
    </>
  )
}

function useAdminLinks(): DeskLink[] {
  const i18n = useI18n()
  const { pathname } = useLocation()
  return modules
    .flatMap(({ navigation }) => navigation)
    .filter(({ shell }) => shell === 'admin')
    .sort((a, b) => a.order - b.order)
    .map(({ to, label, icon }) => {
      const href = to === '' ? '/admin' : `/admin/${to}`
      const within = to !== '' && pathname.startsWith(`${href}/`)
      return { href, label: label(i18n), icon: iconNamed(icon), current: pathname === href ? 'page' : within ? true : undefined }
    })
}
