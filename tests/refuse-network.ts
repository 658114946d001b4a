import { setupServer } from 'msw/node'
import { afterAll, beforeAll } from 'vitest'

// No test speaks to another machine: each outside service has a stand-in here, or is acted out by msw in the test itself.
const network = setupServer()

beforeAll(() => {
  network.listen({
    onUnhandledRequest: ({ url }, print) => {
      if (!isThisMachine(new URL(url).hostname)) print.error()
    },
  })
})

afterAll(() => network.close())

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '127.0.0.1' || host === '[::1]'
}
