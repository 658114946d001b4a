export { detailsOf, duplicateService, moveService, setServiceStatus, type ArrangeRefusal } from './arrange-services.server'
export { nextFree, openSlots, staffFor, storeFor, weekOfSlots, type DayOfSlots } from './open-slots.server'
export { serviceById, serviceBySlug, servicesOf, type Service, type ServiceTerms } from './queries.server'
export { saveService, type ServiceDetails, type ServiceRefusal } from './save-service.server'
