import type { I18n } from '@lingui/core'
import { modules } from '~/registry'
import type { Membership } from '~/kernel/ctx'
import type { ModuleManifest } from '~/kernel/define-module'
import type { DeskGroup, DeskLink } from '~/ui/desk'
import type { DeskAction } from '~/ui/desk-context'
import { iconNamed } from '~/ui/icon'

interface Desk {
  /** `/dashboard/harbour-salon` */
  readonly base: string
  readonly slug: string
  readonly domains: readonly string[]
  readonly pending: number
}

/** The links beside a dashboard: what the modules list and this member may open, the business's domains, and what is theirs. */
export function deskGroups(i18n: I18n, member: Membership, { base, slug, domains, pending }: Desk): DeskGroup[] {
  const trades = modules.flatMap(({ trade }) => (trade && domains.includes(trade.domain) ? [trade] : []))
  return [
    { links: mainLinks(i18n, member, { base, slug, domains, pending }, trades.some(({ sessions }) => sessions)) },
    {
      label: i18n.t('Domains'),
      links: trades.map(({ domain, label }) => ({ href: `${base}/calendar?domain=${domain}`, label: label(i18n), domain })),
    },
    {
      label: i18n.t('You'),
      links: [
        { href: `/b/${slug}`, label: i18n.t('Your public page'), icon: 'globe' },
        { href: '/dashboard', label: i18n.t('All your businesses'), icon: 'store' },
        { href: '/account', label: i18n.t('Your account'), icon: 'user' },
      ],
    },
  ]
}

/** What the member may begin, for the head of the overview and the free stretches of the calendar. */
export function deskActions(i18n: I18n, member: Membership, base: string, domains: readonly string[]): DeskAction[] {
  return modulesOf(domains)
    // To book comes before anything else.
    .sort((a, b) => Number(b.trade !== undefined) - Number(a.trade !== undefined))
    .flatMap(({ quickActions }) => quickActions)
    .filter(({ needs }) => member.may(needs))
    .map(({ to, label, icon, takesTime = false }) => ({ href: `${base}/${to}`, label: label(i18n), icon: iconNamed(icon), takesTime }))
}

/** Every module but the trades that are switched off. */
function modulesOf(domains: readonly string[]): ModuleManifest[] {
  return modules.filter(({ trade }) => !trade || domains.includes(trade.domain))
}

/** Marks the page that is open, and what it stands within. */
export function withCurrent(groups: readonly DeskGroup[], pathname: string): DeskGroup[] {
  return groups.map((group) => ({ ...group, links: group.links.map((link) => ({ ...link, current: currentOf(link.href, pathname) })) }))
}

function mainLinks(i18n: I18n, member: Membership, { base, domains, pending }: Desk, sessions: boolean): DeskLink[] {
  return modulesOf(domains)
    .flatMap(({ navigation }) => navigation)
    .filter(({ shell = 'dashboard', needs, forSessions }) => shell === 'dashboard' && (!needs || member.may(needs)) && (!forSessions || sessions))
    .sort((a, b) => a.order - b.order)
    .map(({ to, label, icon }) => ({
      href: `${base}/${to}`,
      label: label(i18n),
      icon: iconNamed(icon),
      tally: to === 'bookings' && pending > 0 ? { count: pending, about: i18n.t('{pending, plural, one {waits for an answer} other {wait for an answer}}', { pending }) } : undefined,
    }))
}

function currentOf(href: string, pathname: string): DeskLink['current'] {
  if (href === pathname) return 'page'
  return href.startsWith('/dashboard/') && pathname.startsWith(`${href}/`) ? true : undefined
}
