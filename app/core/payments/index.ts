export { asBusiness, ownTermsFields, termsValues, type TermsInput, type TermsValues } from './forms'
export { TermsFields } from './ui/terms-fields'
export { onceBooked, priceWords, termsWords } from './words'
