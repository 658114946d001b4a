export { sessionCursorIn, withCursor } from './session-cursor'
