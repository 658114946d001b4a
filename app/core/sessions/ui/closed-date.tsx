import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'

/** Says why a date can neither be moved nor called off, in place of the form. */
export function ClosedDate({ back, when, why }: { readonly back: string; readonly when: string; readonly why: string }) {
  const i18n = useI18n()
  return (
    <ConfirmPage back={{ href: back, label: when, nav: i18n.t('Back') }} title={when} tone="plain" consequence={<p>{why}</p>}>
      <Actions>
        <Button variant="plain" href={back}>
          {i18n.t('Back')}
        </Button>
      </Actions>
    </ConfirmPage>
  )
}
