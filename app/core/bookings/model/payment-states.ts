export const paymentStates = ['unpaid', 'part-paid', 'settled', 'refund-due'] as const
/** How the sale of a booking stands: nothing is paid of what is owed, a part is, nothing is owed any more, or money is to be given back. */
export type PaymentState = (typeof paymentStates)[number]
