import { iconNames, type IconName } from './icons/names'
import spriteUrl from './icons/sprite.svg?no-inline'

/** A drawing beside a word, never instead of it. `turn` mirrors arrows where the language runs from right to left. */
export function Icon({ name, turn }: { name: IconName; turn?: boolean }) {
  return (
    <svg className={turn ? 'icon turn' : 'icon'} aria-hidden="true">
      <use href={`${spriteUrl}#i-${name}`} />
    </svg>
  )
}

/** Manifests name their icons as plain strings; one that is not in the sprite is a slip of the author. */
export function iconNamed(name: string): IconName {
  const known = iconNames.find((icon) => icon === name)
  if (!known) throw new Error(`No icon is called ${name}; scripts/icons.mjs has the list`)
  return known
}
