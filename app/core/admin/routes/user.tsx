import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { businessesOf } from '~/core/businesses/index.server'
import { givenRoles, userById } from '~/core/identity/index.server'
import { notFound } from '~/platform/answers.server'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Facts } from '~/ui/facts'
import { Breadcrumb, Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { PlainList } from '~/ui/plain-list'
import { Time } from '~/ui/when'
import { roleAbout, roleName } from '../words'

export const loader = guarded({ access: 'admin' }, ({ db, ctx, params }) => {
  const user = userById(db, params.user ?? '') ?? notFound(ctx.i18n.t('There is no such account.'), { href: '/admin/users', label: ctx.i18n.t('Users') })
  const businesses = businessesOf(db, user.id).map(({ business, role }) => ({ id: business.id, name: business.name, slug: business.slug, role }))
  return { title: user.name, zone: ctx.zone ?? 'UTC', user, businesses, givenRoles }
})

export default function UserPage() {
  const i18n = useI18n()
  const { user, zone, businesses } = useLoaderData<typeof loader>()
  return (
    <>
      <Breadcrumb href="/admin/users" label={i18n.t('Users')} nav={i18n.t('Back')} />
      <h1>{user.name}</h1>
      <Facts
        facts={[
          { term: i18n.t('E-mail address'), detail: user.email },
          { term: i18n.t('Address'), detail: user.emailVerified ? i18n.t('Confirmed') : i18n.t('Not confirmed') },
          { term: i18n.t('Since'), detail: <Time at={user.createdAt} zone={zone} /> },
          { term: i18n.t('Number'), detail: <code>{user.id}</code> },
        ]}
      />
      <Section id="roles" title={i18n.t('Roles')}>
        <RoleList />
      </Section>
      {businesses.length > 0 && (
        <Section id="businesses" title={i18n.t('Member of')}>
          <PlainList flush items={businesses.map(({ id, name, slug, role }) => ({ key: id, content: `${name} (/b/${slug}), ${role}` }))} />
        </Section>
      )}
      <p>
        <a href={`/admin/audit?actor=${user.id}`}>{i18n.t('What this account has done')}</a>
      </p>
    </>
  )
}

function RoleList() {
  const i18n = useI18n()
  const { user, givenRoles: choices } = useLoaderData<typeof loader>()
  return (
    <PlainList
      flush
      items={choices.map((role) => {
        const held = user.roles.includes(role)
        const name = roleName(i18n, role)
        return {
          key: role,
          content: (
            <div className="stack tight">
              <p>
                <strong>{name}</strong>: {held ? i18n.t('held') : i18n.t('not held')}. <span className="soft">{roleAbout(i18n, role)}</span>
              </p>
              <Actions small>
                <Button href={`/admin/users/${user.id}/roles/${role}`} variant="quiet">
                  {held ? i18n.t('Take the role {name}', { name }) : i18n.t('Give the role {name}', { name })}
                </Button>
              </Actions>
            </div>
          ),
        }
      })}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
