export { type PublicRow, type PublicSection } from './public-sections.server'
export { extendFreeDays, refreshFreeDays } from './refresh-free-days.server'
