import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Tag } from '~/ui/badge'
import { Button, PostButton } from '~/ui/button'
import { Breadcrumb } from '~/ui/page'
import type { ListingStatus } from '../model/status-moves'

interface ListingHeadProps {
  readonly domain: string
  /** What its trade is called, and what stands on the page that `back` leads to. */
  readonly trade: string
  readonly back: string
  readonly backTo: string
  readonly name: string
  readonly badge: ReactNode
  /** When it was saved, where the page is its editor. */
  readonly savedAt?: string
  /** What can be done with it. */
  readonly children: ReactNode
}

/** What stands above the desk's page of a listing. */
export function ListingHead({ domain, trade, back, backTo, name, badge, savedAt, children }: ListingHeadProps) {
  const i18n = useI18n()
  return (
    <>
      <Breadcrumb href={back} label={backTo} nav={i18n.t('Back')} />
      <header className="title-line">
        <div>
          <p>
            <Tag domain={domain}>{trade}</Tag>
          </p>
          <div className="row">
            <h1>{name}</h1> {badge}
          </div>
          {savedAt !== undefined && <p className="soft fine">{i18n.t('Last saved {when}', { when: savedAt })}</p>}
        </div>
        {children}
      </header>
    </>
  )
}

/** Leads to the page that customers see, where there is one. */
export function PublicPageButton({ href, children }: { href: string | null; children: ReactNode }) {
  return href === null ? null : (
    <Button variant="quiet" icon="eye" href={href}>
      {children}
    </Button>
  )
}

/** Leads to the pictures of a listing, for those who may change them. */
export function PicturesButton({ href }: { href: string | null }) {
  const i18n = useI18n()
  return href === null ? null : (
    <Button variant="quiet" icon="image" href={href}>
      {i18n.t('Pictures')}
    </Button>
  )
}

/** A button for each status that a listing may go to. */
export function StatusButtons({ here, moves }: { here: string; moves: readonly ListingStatus[] }) {
  const i18n = useI18n()
  const words = { active: i18n.t('Publish'), paused: i18n.t('Pause'), archived: i18n.t('Archive') }
  return (
    <>
      {moves.map(
        (status) =>
          status !== 'draft' && (
            <PostButton key={status} action={`${here}/status`} fields={{ status }} variant={status === 'archived' ? 'plain' : 'quiet'}>
              {words[status]}
            </PostButton>
          ),
      )}
    </>
  )
}
