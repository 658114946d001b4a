/** Presses the button of a person on a consent page, as a browser would; answers the path by which they return to the application. */
export async function chooseAtProvider(consent: string, name: string): Promise<string> {
  const html = await (await fetch(consent)).text()
  const person = new RegExp(`value="(\\d+)">${name}`).exec(html)?.[1]
  if (!person) throw new Error(`${consent} offers no ${name}`)
  const answer = await fetch(consent, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ person }) })
  const { pathname, search } = new URL(answer.headers.get('Location') ?? '')
  return pathname + search
}
