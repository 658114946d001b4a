export { statusName } from './words'
