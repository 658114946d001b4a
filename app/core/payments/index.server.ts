export { dueAtOnce, onArrival, restDueAt, type PaymentTerms, type TermedPart } from './model/payment-terms'
export { changePaymentSettings, holdLimits, paymentSettings, plainSettings, termColumns, termsIn, type PaymentSettings, type TermColumns } from './settings.server'
