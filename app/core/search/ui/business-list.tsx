import { PlainList } from '~/ui/plain-list'

export interface ShownBusiness {
  readonly slug: string
  readonly name: string
  readonly kicker: string | null
  readonly cities: string
}

export function BusinessList({ businesses, level = 3 }: { businesses: readonly ShownBusiness[]; level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <PlainList
      flush
      items={businesses.map(({ slug, name, kicker, cities }) => ({
        key: slug,
        content: (
          <div className="stack tight">
            <Heading dir="auto">
              <a href={`/b/${slug}`}>{name}</a>
            </Heading>
            <p className="soft" dir="auto">
              {[kicker, cities.replaceAll(',', ', ')].filter(Boolean).join(' · ')}
            </p>
          </div>
        ),
      }))}
    />
  )
}
