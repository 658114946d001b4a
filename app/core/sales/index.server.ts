export { cardRefundFailed, cardRefundGiven, cardRefundOf, resumeCardRefund, takeCardPayment, type CardPayment } from './card-money.server'
export { closeSale, settlementOf } from './close-sale.server'
export { dropLines, exchangeLines, itemStandingMinor, letPayAhead, partlyEnded, partSettlementOf } from './drop-lines.server'
export {
  giveRefund, makeRefund, refundable, withdrawRefund, type GiveRefusal, type Refundable, type RefundInput, type RefundRefusal,
} from './make-refund.server'
export { moneyKinds, moneyList, moneyListsSql, type MoneyCursor, type MoneyKind, type MoneyList, type MoneyRow } from './money-lists.server'
export { addLines, openSale, type NewSale } from './open-sale.server'
export { failedRefunds, handMethods, moneyMoved, saleAsRead, saleById, type HandMethod, type MoneyMoved, type Payment, type PaymentMethod, type Refund, type RefundCause, type Sale, type SaleLine } from './queries.server'
export { postponeRest } from './postpone-rest.server'
export { keptMinor } from './kept.server'
export { toCards } from './refund-rows.server'
export { paidSales, taxesHeld, type TaxHeld } from './receipt.server'
export { takePayment, undoPayment, type PaymentInput, type PaymentRefusal, type UndoRefusal } from './take-payment.server'
