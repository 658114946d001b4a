import type { EntryContext, ServerBuild } from '@remix-run/node'

/** A build whose documents are rendered with the manifest of their own routes: React then builds a tree of four routes, not of four hundred. */
export function withMatchedManifests(build: ServerBuild): ServerBuild {
  const { module } = build.entry
  const render: ServerBuild['entry']['module']['default'] = (request, status, headers, context, loadContext) =>
    module.default(request, status, headers, matchedOnly(context), loadContext)
  return { ...build, entry: { ...build.entry, module: { ...module, default: render } } }
}

/**
 * The same context, its manifest cut to the matched routes. Left whole where a matched route hydrates: a browser loads all
 * routes, and a `<Link prefetch="render">` rendered here must come out as it will there.
 */
export function matchedOnly(context: EntryContext): EntryContext {
  const { matches } = context.staticHandlerContext
  if (matches.some(({ route }) => hydrates(route.handle))) return context
  const routes: EntryContext['manifest']['routes'] = {}
  for (const { route } of matches) {
    const entry = context.manifest.routes[route.id]
    if (entry) routes[route.id] = entry
  }
  return { ...context, manifest: { ...context.manifest, routes } }
}

function hydrates(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'hydrate' in handle && handle.hydrate === true
}
