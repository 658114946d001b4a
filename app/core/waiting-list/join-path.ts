/**
 * Where a customer joins the line of a session that is sold out: with what they would book, an item each, in the domain's own words. With one
 * choice the page asks how many, or how many of each kind of person; with `fixed` it takes the choices as they are.
 */
export function joinPath(businessSlug: string, sessionId: string, choices: readonly Readonly<Record<string, unknown>>[], fixed = choices.length > 1): string {
  const query = new URLSearchParams(choices.map((choice) => ['choice', JSON.stringify(choice)]))
  if (fixed) query.set('fixed', 'yes')
  return `/b/${businessSlug}/waiting-list/${sessionId}?${query}`
}
