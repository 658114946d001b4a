import { SkipLink } from '~/ui/masthead'
import { RefusalPage } from '~/ui/refusal-page'

const house = 'Guildhall'

/** What is left when the root or a layout fails: a whole page that leans on neither. */
export function StandaloneRefusal() {
  return (
    <>
      <SkipLink />
      <header className="masthead">
        <div className="wrap">
          <a className="wordmark" href="/">
            {house}
          </a>
        </div>
      </header>
      <main id="main" className="wrap page">
        <RefusalPage />
      </main>
    </>
  )
}
