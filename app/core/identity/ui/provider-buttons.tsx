import { providerNames, type LogInProvider } from '~/platform/log-in-providers'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Section } from '~/ui/page'

/** A button for each provider that is offered; none at all where there is none. `to` is where it leads in the end. */
export function ProviderButtons({ providers, to }: { providers: readonly LogInProvider[]; to: string | null }) {
  const i18n = useI18n()
  if (providers.length === 0) return null
  return (
    <Section id="providers" title={i18n.t('Or without a password')}>
      <Actions>
        {providers.map((provider) => (
          <form key={provider} id={`with-${provider}`} method="post" action={`/log-in/${provider}`}>
            {to !== null && <input type="hidden" name="to" value={to} />}
            <Button variant="quiet">{i18n.t('Continue with {provider}', { provider: providerNames[provider] })}</Button>
          </form>
        ))}
      </Actions>
    </Section>
  )
}
