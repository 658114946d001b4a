export { SalePrice, type ShownSale } from './ui/sale-price'
export { together } from './together'
