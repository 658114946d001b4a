export { joinPath } from './join-path'
