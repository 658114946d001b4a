import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { Picture } from '~/ui/picture'
import type { ShownPicture } from '../shown'

/** Asks before a picture goes. */
export function RemovePage({ back, picture }: { back: { href: string; label: string }; picture: ShownPicture }) {
  const i18n = useI18n()
  return (
    <ConfirmPage
      back={{ ...back, nav: i18n.t('Back') }}
      title={i18n.t('Remove this picture?')}
      consequence={<p>{i18n.t('Nobody sees it any more, and we do not keep it. You can add it again from your device.')}</p>}
      details={<Picture image={picture} sizes="(width < 48rem) 100vw, 40rem" whole />}
    >
      <form id="removal" method="post">
        <Actions>
          <Button variant="danger">{i18n.t('Remove the picture')}</Button>
          <Button variant="plain" href={back.href}>
            {i18n.t('Keep it')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}
