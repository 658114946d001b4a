/** What Vite gives in place of a file: the routes of the app, built for the server. */
declare module 'virtual:remix/server-build' {
  import type { ServerBuild } from '@remix-run/node'

  const build: ServerBuild
  export = build
}
