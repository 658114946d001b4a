import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { PlainList } from '~/ui/plain-list'
import { pageTitle } from '~/ui/page-title'
import { statusName } from '../words'

export const loader = guarded({ access: { needs: 'business.read' } }, ({ ctx }) => ({
  title: `${ctx.i18n.t('Settings')} – ${ctx.business.name}`,
  base: `/dashboard/${ctx.business.slug}`,
  name: ctx.business.name,
  slug: ctx.business.slug,
  status: ctx.business.status,
  may: {
    manage: ctx.member.may('business.manage'),
    members: ctx.member.may('members.manage'),
    staff: ctx.member.may('staff.manage'),
    hours: ctx.member.may('hours.manage'),
    pictures: ctx.member.may('pictures.manage'),
    policies: ctx.member.may('policies.manage'),
    payments: ctx.member.may('payments.manage'),
    audit: ctx.member.may('audit.read'),
  },
}))

export default function Settings() {
  const i18n = useI18n()
  const { base, name, slug, status, may } = useLoaderData<typeof loader>()
  const { label, tone } = statusName(i18n, status)
  const entries = [
    { to: 'settings/business', shown: may.manage, label: i18n.t('Business details'), about: i18n.t('Name, address of the public page, contacts, what stands on receipts') },
    { to: 'settings/stores', shown: may.manage, label: i18n.t('Stores'), about: i18n.t('Addresses, time zones and taxes') },
    { to: 'staff', shown: may.staff, label: i18n.t('People'), about: i18n.t('Whom customers meet') },
    { to: 'hours', shown: may.hours, label: i18n.t('Hours'), about: i18n.t('Weeks, other hours on single dates, days off') },
    { to: 'pictures', shown: may.pictures, label: i18n.t('Pictures'), about: i18n.t('Cover, logo, people and what you offer') },
    { to: 'settings/payments', shown: may.payments, label: i18n.t('Payments'), about: i18n.t('When customers pay, and how long a time is kept for it') },
    { to: 'settings/policies', shown: may.policies, label: i18n.t('Cancellation policies'), about: i18n.t('What comes back when a customer cancels') },
    { to: 'settings/members', shown: may.members, label: i18n.t('Members'), about: i18n.t('Who may use this dashboard, and for what') },
    { to: 'settings/domains', shown: may.manage, label: i18n.t('Trades'), about: i18n.t('What the business offers: switch trades on and off') },
    { to: 'settings/categories', shown: may.manage, label: i18n.t('Categories'), about: i18n.t('What customers find you under') },
    { to: 'audit', shown: may.audit, label: i18n.t('What was done'), about: i18n.t('Every change: who, when, what') },
    { to: 'settings/status', shown: may.manage, label: i18n.t('Switch off or on'), about: i18n.t('Take the public pages away for a while') },
  ]
  const shown = entries.filter((entry) => entry.shown)
  return (
    <div className="stack loose narrow">
      <header className="row">
        <h1>{i18n.t('Settings')}</h1> <Badge tone={tone}>{label}</Badge>
      </header>
      <p>
        <a href={`/b/${slug}`}>{i18n.t('See {name} as customers do', { name })}</a>
      </p>
      {shown.length === 0 ? (
        <p>{i18n.t('Your role has no settings to change. An owner of the business can change what you may do.')}</p>
      ) : (
        <PlainList
          items={shown.map((entry) => ({
            key: entry.to,
            content: (
              <>
                <a href={`${base}/${entry.to}`}>{entry.label}</a>
                <br />
                <span className="soft">{entry.about}</span>
              </>
            ),
          }))}
        />
      )}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
