import { formatTimeRange } from '~/kernel/format'
import { useI18n } from '~/platform/words/use-i18n'
import { PlainList } from '~/ui/plain-list'

interface MovedPart {
  readonly title: string
  readonly withWhom: string | null
  /** When it starts after the first one does, and how long it takes, in milliseconds. */
  readonly afterMs: number
  readonly lengthMs: number
}

/** Of several services, when each would be; nothing where there is one. */
export function MovedParts({ parts, start, zone }: { parts: readonly MovedPart[]; start: number; zone: string }) {
  const i18n = useI18n()
  if (parts.length < 2) return null
  return (
    <PlainList
      flush
      items={parts.map(({ title, withWhom, afterMs, lengthMs }) => ({
        key: title,
        content: (
          <>
            <strong>{formatTimeRange(i18n.locale, zone, start + afterMs, start + afterMs + lengthMs)}</strong> <span dir="auto">{title}</span>
            {withWhom && <span className="soft"> {i18n.t('with {person}', { person: withWhom })}</span>}
          </>
        ),
      }))}
    />
  )
}
