export { addDaysOff, addException, removeException, removeExceptions, type DaysOff, type OtherHours } from './change-exceptions.server'
export { claimedInterval, findSlots, nearestSlots, onGrid, slotAt, slotsAmong, type Candidate, type Slot, type SlotSearch, type VisitLength } from './model/find-slots'
export { findVisits, partStarts, type PartLength, type PartSearch, type Visit } from './model/find-visits'
export { contains, intersect, merge, overlap, subtract, union } from './model/intervals'
export { preferPeople, type PersonLoad } from './model/prefer-people'
export {
  frequencies, instantOfWall, movedWall, parseRule, partsOfWall, ruleOfWeeks, ruleText, ruleUntil, wallOf,
  type Occurrence, type Recurrence, type Rule, type WallTime, type WeeklyRepeat,
} from './model/recurrence'
export { occurrences, type Reach } from './occurrences.server'
export { recurrenceWords, weekdayWord } from './recurrence-words'
export { hoursOf, openIntervals, type HourException, type WeeklyHours } from './model/week-hours'
export { openBusiness } from './open-business.server'
export { hoursOwner, hoursOwners, installPlaces, type HoursOwner } from './owners.server'
export { exceptionOf, exceptionsOf, openHours, weeklyHoursOf, type StoredException } from './queries.server'
export { replaceWeeklyHours } from './replace-weekly-hours.server'
export { installVisits, visitsOutside, type BookedVisit } from './visits.server'
