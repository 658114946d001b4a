import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { withMatchedManifests } from './matched-manifest'
import type { Answer } from './remix-handler'

/** Remix as the shell asks it: from a build, or from a function that gives the newest one while somebody develops. */
export function remixAnswer(build: ServerBuild | (() => Promise<ServerBuild>), mode: string): Answer {
  return createRequestHandler(typeof build === 'function' ? async () => withMatchedManifests(await build()) : withMatchedManifests(build), mode)
}
