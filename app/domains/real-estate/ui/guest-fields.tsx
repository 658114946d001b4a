import { useI18n } from '~/platform/words/use-i18n'
import { Options } from '~/ui/choice-field'
import type { Guests } from '../model/price-stay'

interface GuestFieldsProps {
  /** For how many there is room, and below which age they are children; 0 where nobody is. */
  readonly room: { readonly most: number; readonly childAge: number }
  readonly guests: Guests
}

/** Who comes, as lists to choose from. */
export function GuestFields({ room: { most, childAge }, guests: { adults, children, infants = 0 } }: GuestFieldsProps) {
  const i18n = useI18n()
  return (
    <>
      <Count name="adults" label={childAge === 0 ? i18n.t('Guests') : i18n.t('Adults')} from={1} to={most} value={adults} />
      {childAge > 0 && most > 1 && <Count name="children" label={i18n.t('Children under {age}', { age: childAge })} from={0} to={most - 1} value={children} />}
      {childAge > 2 && <Count name="infants" label={i18n.t('Infants, without a bed')} from={0} to={4} value={infants} />}
    </>
  )
}

function Count({ name, label, from, to, value }: { name: string; label: string; from: number; to: number; value: number }) {
  // Whoever asked for more sees it: the answer beneath says why it is not to be had.
  const counts = [...Array.from({ length: to - from + 1 }, (_, at) => from + at), ...(value > to ? [value] : [])]
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select className="input" id={name} name={name} defaultValue={String(value)} autoComplete="off">
        <Options options={counts.map((count) => ({ value: String(count), label: String(count) }))} />
      </select>
    </div>
  )
}
