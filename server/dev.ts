import type { ServerBuild } from '@remix-run/node'
import { createServer as createVite } from 'vite'

// `npm run dev`: Vite inside the shell. The shell comes through Vite too, so that it shares its modules with the routes;
// a route that changes is taken up by the next request, a change in server/ by the next start.
const vite = await createVite({ server: { middlewareMode: true, hmr: { host: '127.0.0.1' } }, appType: 'custom' })
const { openHouse, listen } = (await vite.ssrLoadModule('./server/house.ts')) as typeof import('./house')
const { remixAnswer } = (await vite.ssrLoadModule('./server/remix-answer.ts')) as typeof import('./remix-answer')

const newest = async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
try {
  listen(await openHouse({ answer: remixAnswer(newest, 'development'), files: vite.middlewares }))
} catch (error) {
  // By its name: the class came through Vite, and is another than the one that could be imported here.
  if (!(error instanceof Error) || error.name !== 'EnvError') throw error
  console.error(error.message)
  process.exit(1)
}
