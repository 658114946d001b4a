export { cancelSession, type SessionCancellation } from './cancel-session.server'
export { changeSession, termsOf, type SessionChange } from './change-session.server'
export { createSeries, type MadeSeries } from './create-series.server'
export { createSession } from './create-session.server'
export { bookedPlaces, completeSessions, confirmReached, confirmSession, decideSessions } from './decide-sessions.server'
export { longestSessionMinutes, mostPlaces, type Scope, type SeriesDraft, type SessionDraft, type SessionTerms, type SettingTerms } from './draft'
export { dateHead, deskDateFacts, newDates, nextDate, shownDates, type DeskDateFacts, type ShownDate } from './desk-dates.server'
export { extendSeries } from './extend-series.server'
export { installFollowers, peopleIn, type Followers, type InSession } from './followers.server'
export { isLive, sessionStatuses, type SessionStatus } from './model/states'
export { moveSession, type SessionMove } from './move-session.server'
export { dateQuery } from './date-query.server'
export { chosenDate, namedDate } from './named-date.server'
export {
  placesIn, placesOfSession, sessionById, sessionsBetween, sessionsByIds, sessionsOf, sessionsWithRoom, type Places, type SessionCursor, type SessionFilters, type SessionsPage,
} from './queries.server'
export type {
  ActRefusal, ChangeSessionRefusal, CreateSeriesRefusal, CreateSessionRefusal, MoveSessionRefusal, OffDate, SessionRefusal, TakenDate,
} from './refusals'
export { placeIdsOf, seriesById, type Series, type Session } from './rows.server'
export { addSessions, answerCancellation, answerChange, answerDates, answerMove, changeDate, changeValues, type NewDates, type NotChanged } from './set-dates.server'
export { followingSessions } from './targets.server'
export { usedPlaces } from './used-places.server'
export { sessionRefusalWords, sessionStatusWord } from './words'
