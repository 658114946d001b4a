export { installPublicSections, type PublicRow, type PublicSection } from './public-sections.server'
