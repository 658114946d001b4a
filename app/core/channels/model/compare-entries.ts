/** An entry as a calendar has it now, with what it claims. Instants are UTC milliseconds. */
export interface FoundEntry {
  readonly uid: string
  readonly instance: string
  readonly startsAt: number
  readonly endsAt: number
  /** What it claims, as text: another text is another claim. */
  readonly claims: string
  readonly summary: string | null
}

/** An entry as it was taken over. */
export interface KeptEntry extends FoundEntry {
  readonly id: string
  readonly version: number
}

export interface Differences {
  readonly added: readonly FoundEntry[]
  /** The same entries, with other claims, another name or another UID. */
  readonly changed: readonly { readonly kept: KeptEntry; readonly found: FoundEntry; readonly moved: boolean }[]
  readonly gone: readonly KeptEntry[]
}

interface Terms {
  readonly now: number
  /** UIDs of entries that are still there and could not be understood: they stay as they were. */
  readonly unreadable: readonly string[]
}

/**
 * What a calendar changed since it was last taken over. An entry is known by its UID; where that is new and another entry that claimed just
 * the same is gone, it is that entry: some channels make new UIDs each time they are asked. What has passed stays as it was.
 */
export function compareEntries(kept: readonly KeptEntry[], found: readonly FoundEntry[], { now, unreadable }: Terms): Differences {
  const entries = new Map(named(found).map((entry) => [nameOf(entry), entry]))
  const changed: { kept: KeptEntry; found: FoundEntry; moved: boolean }[] = []
  const missing: KeptEntry[] = []
  for (const known of kept) {
    const entry = entries.get(nameOf(known))
    entries.delete(nameOf(known))
    if (!entry) missing.push(known)
    else if (entry.claims !== known.claims || entry.summary !== known.summary) changed.push({ kept: known, found: entry, moved: entry.claims !== known.claims })
  }

  const still = new Set(unreadable)
  const gone: KeptEntry[] = []
  const added = [...entries.values()]
  for (const known of missing.filter(({ uid, endsAt }) => endsAt > now && !still.has(uid))) {
    const at = added.findIndex(({ claims }) => claims === known.claims)
    const renamed = added[at]
    if (renamed) {
      added.splice(at, 1)
      changed.push({ kept: known, found: renamed, moved: false })
    } else gone.push(known)
  }
  return { added, changed, gone }
}

// By the standard a UID is one entry's alone; not every file keeps to it, and some have none.
function named(found: readonly FoundEntry[]): FoundEntry[] {
  const times = new Map<string, number>()
  return [...found]
    .sort((a, b) => a.startsAt - b.startsAt || a.endsAt - b.endsAt)
    .map((entry) => {
      const count = (times.get(nameOf(entry)) ?? 0) + 1
      times.set(nameOf(entry), count)
      return count === 1 ? entry : { ...entry, instance: `${entry.instance}#${count}` }
    })
}

function nameOf({ uid, instance }: FoundEntry): string {
  return `${uid}\n${instance}`
}
