export { addLines, openSale, voidSale, type NewSale } from './open-sale.server'
export { paymentMethods, saleById, type Payment, type PaymentMethod, type Sale, type SaleLine } from './queries.server'
export { takePayment, undoPayment, type PaymentInput, type PaymentRefusal, type UndoRefusal } from './take-payment.server'
