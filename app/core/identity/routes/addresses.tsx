import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { countryName } from '~/kernel/countries'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button, PostButton } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Section, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { PlainList } from '~/ui/plain-list'
import { addressesOf, type Address } from '../addresses.server'

export const loader = guarded({ access: 'account' }, ({ db, ctx }) => ({ title: ctx.i18n.t('Your addresses'), addresses: addressesOf(db, ctx.account.id) }))

export default function Addresses() {
  const i18n = useI18n()
  const { title, addresses } = useLoaderData<typeof loader>()
  const kinds = [
    { kind: 'billing', heading: i18n.t('For invoices') },
    { kind: 'shipping', heading: i18n.t('For deliveries') },
  ] as const
  const add = (
    <Button href="/account/addresses/new" variant="quiet" icon="plus">
      {i18n.t('Add an address')}
    </Button>
  )
  if (addresses.length === 0) {
    return (
      <div className="stack loose">
        <h1>{title}</h1>
        <EmptyState title={i18n.t('You have no address here yet')} actions={add}>
          <p>{i18n.t('Add one for invoices or deliveries, and you need not type it again.')}</p>
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="stack loose">
      <TitleLine title={title}>{add}</TitleLine>
      {kinds.map(({ kind, heading }) => {
        const some = addresses.filter((address) => address.kind === kind)
        if (some.length === 0) return null
        return (
          <Section key={kind} id={kind} title={heading}>
            <PlainList flush items={some.map((address) => ({ key: address.id, content: <OneAddress address={address} /> }))} />
          </Section>
        )
      })}
    </div>
  )
}

function OneAddress({ address }: { address: Address }) {
  const i18n = useI18n()
  const { id, name, line1, line2, postalCode, city, region, country, isDefault } = address
  const which = `${name}, ${line1}`
  return (
    <div className="stack tight">
      <address>
        <strong>{name}</strong> {isDefault && <Badge tone="good">{i18n.t('First choice')}</Badge>}
        {[line1, line2, `${postalCode} ${city}`, region, countryName(i18n.locale, country)].map(
          (line, at) =>
            line && (
              <span key={at}>
                <br />
                {line}
              </span>
            ),
        )}
      </address>
      <Actions small>
        <Button href={`/account/addresses/${id}`} variant="quiet">
          {i18n.t('Change')}
          <span className="sr">: {which}</span>
        </Button>
        {!isDefault && (
          <PostButton action={`/account/addresses/${id}/default`}>
            {i18n.t('Make it the first choice')}
            <span className="sr">: {which}</span>
          </PostButton>
        )}
        <Button href={`/account/addresses/${id}/removal`} variant="plain">
          {i18n.t('Remove')}
          <span className="sr">: {which}</span>
        </Button>
      </Actions>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
