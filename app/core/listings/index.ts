export { extraForm } from './extra-form'
export { fieldKinds, type Field, type FieldKind } from './model/field-schema'
export { priceTag } from './price-words'
export { ExtraFields } from './ui/extra-fields'
