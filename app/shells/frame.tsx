import type { ReactNode } from 'react'
import { languageNames, languages } from '~/platform/words/i18n'
import { useI18n } from '~/platform/words/use-i18n'
import { Colophon, DemoBanner, Masthead, SkipLink } from '~/ui/masthead'
import { useRootData } from './root-data'

/** The head and foot of every page that is not a dashboard's. */
export function Frame({ children }: { children: ReactNode }) {
  const i18n = useI18n()
  const root = useRootData()
  return (
    <>
      <SkipLink />
      {root?.demo && <DemoBanner mailboxHref="/dev/mailbox" />}
      <Masthead
        name="Guildhall"
        href="/"
        links={[
          { href: '/search', label: i18n.t('Search'), icon: 'search' },
          { href: '/find-booking', label: i18n.t('Find a booking') },
          root?.account ? { href: '/account/bookings', label: i18n.t('Your account') } : { href: '/log-in', label: i18n.t('Log in'), deskOnly: true },
        ]}
      />
      <main id="main" className="wrap page">
        {children}
      </main>
      <Colophon
        about={i18n.t('Guildhall, where people book')}
        links={[
          ...(root?.account ? [] : [{ href: '/log-in', label: i18n.t('Log in') }]),
          { href: '/dashboard', label: i18n.t('For businesses') },
          { href: '/help', label: i18n.t('Help') },
          { href: '/privacy', label: i18n.t('Privacy') },
          { href: '/accessibility', label: i18n.t('Accessibility') },
        ]}
      >
        <LanguageForms here={root?.here ?? '/'} />
      </Colophon>
    </>
  )
}

/** A plain form for each other language, so that the choice is kept without an account and without a script. */
function LanguageForms({ here }: { here: string }) {
  const i18n = useI18n()
  const others = languages.filter((language) => language !== i18n.locale)
  return (
    <div className="row" role="group" aria-label={i18n.t('Language')}>
      {others.map((language) => (
        <form key={language} method="post" action="/language">
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="to" value={here} />
          <button className="button plain" lang={language}>
            {languageNames[language]}
          </button>
        </form>
      ))}
    </div>
  )
}
