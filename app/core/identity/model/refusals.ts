/** Nothing was found that this person may act on. */
export interface Unknown {
  readonly kind: 'unknown'
}

/** A link of a mail that was used, ran out or was never ours. */
export interface LinkIsDead {
  readonly kind: 'link-is-dead'
}

/** Why a provider's word lets nobody in. */
export interface ProviderLogInRefusal {
  readonly kind:
    /** There is an account with the address, and one side or the other has not proven that it is theirs. */
    | 'not-linked'
    /** The provider itself says that the address is not proven. */
    | 'unproven-address'
    /** The provider gives no address, or none that could be written to. */
    | 'no-address'
}

export interface LinkRefusal {
  readonly kind:
    /** The person is let into another account already. */
    | 'of-another-account'
    /** The account has a log-in with this provider, of somebody else there. */
    | 'has-another'
}

export interface UnlinkRefusal {
  readonly kind: 'unknown' | 'only-way'
}
