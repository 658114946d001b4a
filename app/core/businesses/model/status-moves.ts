export type BusinessStatus = 'trial' | 'active' | 'suspended' | 'cancelled'

const moves: Readonly<Record<'owner' | 'admin', Readonly<Record<BusinessStatus, readonly BusinessStatus[]>>>> = {
  owner: { trial: ['suspended'], active: ['suspended'], suspended: ['active'], cancelled: [] },
  admin: {
    trial: ['active', 'suspended', 'cancelled'],
    active: ['suspended', 'cancelled'],
    suspended: ['active', 'cancelled'],
    cancelled: ['active', 'suspended'],
  },
}

/** Whether a business may go from one status to another. What an admin has cancelled, an owner does not bring back. */
export function mayMove(as: 'owner' | 'admin', from: BusinessStatus, to: BusinessStatus): boolean {
  return moves[as][from].includes(to)
}
