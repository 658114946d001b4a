export {
  freePolicy, percentBack, settle, spread, type BackRule, type Ending, type Policy, type Settlement, type StandingLine, type Tier,
} from './model/policy'
export { settlePart, type PartSettlement } from './model/settle-part'
export { priceLines, type PriceLine, type ShownLine, type StoreTax } from './model/price-lines'
export { policiesOf, policyById, policyFor, type NamedPolicy } from './policies.server'
export { policyWords } from './policy-words'
export { savePolicy, retirePolicy, type PolicyRefusal } from './save-policy.server'
