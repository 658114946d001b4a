import type { ReactNode } from 'react'
import { useI18n } from '~/platform/words/use-i18n'
import { Facts, type Fact } from '~/ui/facts'
import { Kicker } from '~/ui/page'
import { Picture, type PictureImage } from '~/ui/picture'
import type { ShownExtra } from '../../listings/index.server'

interface ListingIntroProps {
  readonly business: { readonly slug: string; readonly name: string }
  readonly title: string
  readonly description: string | null
  readonly pictures: readonly PictureImage[]
  /** The line below its name. */
  readonly about: ReactNode
  /** What is to be known before anything else. */
  readonly notice?: ReactNode
}

/** What a listing is, before it is booked: whose, its name, what is said of it, and its pictures. */
export function ListingIntro({ business, title, description, pictures, about, notice }: ListingIntroProps) {
  const i18n = useI18n()
  const [first, ...others] = pictures
  return (
    <>
      <header className="stack tight">
        <Kicker>
          <a href={`/b/${business.slug}`} dir="auto">
            {business.name}
          </a>
        </Kicker>
        <h1 dir="auto">{title}</h1>
        <p className="soft" dir="auto">
          {about}
        </p>
      </header>
      {notice}
      {first && <Picture image={first} sizes="(width < 60rem) 100vw, 45rem" wide />}
      {description && (
        <p className="lede" dir="auto">
          {description}
        </p>
      )}
      {others.length > 0 && (
        <ul className="columns small" aria-label={i18n.t('More pictures')}>
          {others.map((picture) => (
            <li key={picture.src}>
              <Picture image={picture} sizes="(width < 30rem) 100vw, 12rem" />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Where a listing belongs, and what holds of it: what its trade says, then what its category asks. */
export function ListingFacts({ extra, facts = [] }: { extra: ShownExtra | null; facts?: readonly Fact[] }) {
  const all = [...facts, ...(extra?.facts ?? []).map(({ title, text }) => ({ term: title, detail: <span dir="auto">{text}</span> }))]
  return (
    <>
      {extra && (
        <p className="soft">
          <a href={`/search?category=${extra.category.slug}`} dir="auto">
            {extra.category.title}
          </a>
        </p>
      )}
      {all.length > 0 && <Facts facts={all} />}
    </>
  )
}
