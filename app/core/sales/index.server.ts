export { closeSale, settlementOf } from './close-sale.server'
export { dropLines, partSettlementOf } from './drop-lines.server'
export {
  giveRefund, makeRefund, refundable, withdrawRefund, type GiveRefusal, type Refundable, type RefundInput, type RefundRefusal,
} from './make-refund.server'
export { addLines, openSale, type NewSale } from './open-sale.server'
export { moneyMoved, paymentMethods, saleById, type MoneyMoved, type Payment, type PaymentMethod, type Refund, type RefundCause, type Sale, type SaleLine } from './queries.server'
export { takePayment, undoPayment, type PaymentInput, type PaymentRefusal, type UndoRefusal } from './take-payment.server'
