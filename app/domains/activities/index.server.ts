export { copyActivity, detailsOf, setActivityStatus, type StatusRefusal } from './copy-activity.server'
export type { PersonKind } from './model/price'
export { activitiesOf, activityById, activityBySlug, type Activity, type ActivityTerms } from './queries.server'
export { saveActivity, type ActivityDetails, type ActivityRefusal } from './save-activity.server'
