export { unreadCount } from './centre.server'
export { isNotificationKind, notificationKinds, type NotificationKind } from './model/kinds'
export { notify, type Notice } from './notify.server'
export type { NotificationParams } from './sentences'
