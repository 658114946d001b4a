export { priceLines, type PriceLine, type ShownLine, type StoreTax } from './model/price-lines'
