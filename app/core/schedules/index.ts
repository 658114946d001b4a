export { DayPartField } from './ui/day-part-field'
export { TimeWeek } from './ui/time-week'
