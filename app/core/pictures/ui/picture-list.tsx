import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button, PostButton } from '~/ui/button'
import { Picture } from '~/ui/picture'
import type { ShownPicture } from '../shown'

type ListedPicture = ShownPicture & { readonly id: string }

/** The pictures of something in their order, each with what can be done with it. */
export function PictureList({ pictures, here }: { pictures: readonly ListedPicture[]; here: string }) {
  const i18n = useI18n()
  const last = pictures.length - 1
  const move = (id: string, alt: string, direction: 'up' | 'down') => (
    <PostButton action={`${here}/${id}/position`} fields={{ direction }} icon={direction}>
      {direction === 'up' ? i18n.t('Up') : i18n.t('Down')} <span className="sr">{alt}</span>
    </PostButton>
  )
  return (
    <ol className="gallery">
      {pictures.map((picture, at) => (
        <li key={picture.id} className="stack tight">
          <Picture image={picture} sizes="(width < 48rem) 100vw, 22rem" whole />
          <p dir="auto">{picture.alt}</p>
          <Actions small>
            {at > 0 && move(picture.id, picture.alt, 'up')}
            {at < last && move(picture.id, picture.alt, 'down')}
            <Button variant="quiet" icon="pencil" href={`${here}/${picture.id}`}>
              {i18n.t('Describe')} <span className="sr">{picture.alt}</span>
            </Button>
            <Button variant="plain" href={`${here}/${picture.id}/removal`}>
              {i18n.t('Remove')} <span className="sr">{picture.alt}</span>
            </Button>
          </Actions>
        </li>
      ))}
    </ol>
  )
}
