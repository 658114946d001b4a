export { type PublicRow, type PublicSection } from './public-sections.server'
