/** Nothing was found that this person may act on. */
export interface Unknown {
  readonly kind: 'unknown'
}

/** A link of a mail that was used, ran out or was never ours. */
export interface LinkIsDead {
  readonly kind: 'link-is-dead'
}
