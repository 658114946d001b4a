declare module 'express-serve-static-core' {
  /** What the shell learns of a request on its way in. */
  interface Locals {
    requestId: string
    nonce: string
    /** The whole body of a mutating request, within its limit. */
    body?: Uint8Array<ArrayBuffer>
  }
}

/** Whether a request may change something, by its method. */
export function mutates(method: string | undefined): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
}
