/**
 * THE list of landings: the only GETs that write. Others redirect browsers to them, so they cannot be posts; each is idempotent, runs on the
 * primary and answers 303 to a clean page. Only the routes that stand here may use `landing()`, which a test compares.
 */
export const landings = ['/landings/stripe', '/landings/oauth/:provider'] as const

export type Landing = (typeof landings)[number]

/** Whether a request's path is that of a landing, and so belongs on the primary whatever its method. */
export function isLanding(path: string): boolean {
  return patterns.some((pattern) => pattern.test(path))
}

const patterns = landings.map((landing) => new RegExp(`^${landing.replaceAll(/:\w+/g, '[^/]+')}/?$`))
