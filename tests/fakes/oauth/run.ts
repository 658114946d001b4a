// Plays Google and Facebook until it is stopped: tsx tests/fakes/oauth/run.ts --state <file> --app <origin> [--port <n>] [--with-parent]
import { play } from '../play'
import { startOAuth } from './oauth'

await play(({ app, ...played }) => {
  if (!app) throw new Error('--app must name the origin of the application')
  return startOAuth({ ...played, app })
})
