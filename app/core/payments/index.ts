export { asBusiness, ownTermsFields, termsValues, type TermsInput, type TermsValues } from './forms'
export { TermsFields } from './ui/terms-fields'
export { priceWords, termsWords } from './words'
