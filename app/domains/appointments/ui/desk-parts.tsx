import { useI18n } from '~/platform/words/use-i18n'
import { FilterBar, FilterSelect } from '~/ui/filter-bar'
import { PlainList } from '~/ui/plain-list'
import { deskHref, type DeskAddress, type ShownDeskStep } from './desk-href'

/** The services of the visit where there are several, and a field for one more. */
export function DeskParts({ step, address, path }: { step: ShownDeskStep; address: DeskAddress; path: string }) {
  const i18n = useI18n()
  const { parts, more } = step
  const leftOver = (id: string) => {
    const [service = '', ...also] = parts.map((part) => part.id).filter((other) => other !== id)
    return deskHref(path, { ...address, service, also: also.join(',') })
  }
  return (
    <>
      {parts.length > 1 && (
        <PlainList
          flush
          fine
          items={parts.map(({ id, title, about }) => ({
            key: id,
            content: (
              <>
                {title} <span className="soft">{about}</span>{' '}
                <a href={leftOver(id)}>
                  {i18n.t('Remove')}
                  <span className="sr">{`: ${title}`}</span>
                </a>
              </>
            ),
          }))}
        />
      )}
      {more.length > 0 && (
        <FilterBar action={path} submit={i18n.t('Add')} keep={kept(address)}>
          <FilterSelect name="add" label={i18n.t('Another service in the same visit')} options={more} />
        </FilterBar>
      )}
    </>
  )
}

function kept({ service, also, staff, store, at }: DeskAddress): Record<string, string> {
  return Object.fromEntries(Object.entries({ service, also, staff, store, at }).filter(([, value]) => value !== ''))
}
