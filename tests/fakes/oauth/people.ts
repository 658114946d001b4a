/** Somebody with accounts at Google and Facebook. */
export interface StandInPerson {
  /** Their id there, in the shape of the provider's own. */
  readonly subject: string
  readonly name: string
  readonly email: string | null
  /** Google says so of an address; Facebook says nothing. */
  readonly emailVerified: boolean
}

/** Everybody whom the stand-in knows: a customer of the demo town, two newcomers, and the two of whom one learns least. */
export const standInPeople: readonly StandInPerson[] = [
  { subject: '110000000000000000001', name: 'Ana Marques', email: 'ana@example.test', emailVerified: true },
  { subject: '110000000000000000002', name: 'Nuno Novo', email: 'nuno.novo@example.test', emailVerified: true },
  { subject: '110000000000000000005', name: 'Nina Nova', email: 'nina.nova@example.test', emailVerified: true },
  { subject: '110000000000000000003', name: 'Ugo Unproven', email: 'ugo.unproven@example.test', emailVerified: false },
  { subject: '110000000000000000004', name: 'Nora Nomail', email: null, emailVerified: false },
]
