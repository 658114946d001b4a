export { SalePrice, type ShownSale } from './ui/sale-price'
