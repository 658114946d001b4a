/** What the Express shell hands to every loader, action and render. */
export interface LoadContext {
  /** The nonce of this response's Content-Security-Policy: for each `<style>` and `<script>` element. */
  readonly nonce: string
  /** The id under which this request is logged; answered as `x-request-id`. */
  readonly requestId: string
  /** The client's address: from the configured proxy's header, else the socket's. */
  readonly clientAddress: string
  /** Sets a header of the answer, whatever becomes of it; one on the Response itself wins. */
  readonly setHeader: (name: string, value: string) => void
  /** Adds a header of which there may be several, such as Set-Cookie. */
  readonly addHeader: (name: string, value: string) => void
}

declare module '@remix-run/server-runtime' {
  interface Future {
    v3_singleFetch: true
  }
  interface AppLoadContext {
    readonly nonce: LoadContext['nonce']
    readonly requestId: LoadContext['requestId']
    readonly clientAddress: LoadContext['clientAddress']
    readonly setHeader: LoadContext['setHeader']
    readonly addHeader: LoadContext['addHeader']
  }
}
