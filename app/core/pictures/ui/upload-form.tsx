import { useForm, type SubmissionResult } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type * as z from 'zod'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { PictureFileField } from '~/ui/file-field'
import { Section } from '~/ui/page'
import { TextField } from '~/ui/text-field'
import { pictureForm } from '../forms'

interface UploadFormProps {
  readonly lastResult: SubmissionResult | undefined
  /** What the description begins with. */
  readonly suggested: string
  /** Whether the new picture takes the place of the one that is there. */
  readonly replaces: boolean
}

/** Asks for a picture and for what it shows. */
export function UploadForm({ lastResult, suggested, replaces }: UploadFormProps) {
  const i18n = useI18n()
  const [form, fields] = useForm<z.input<ReturnType<typeof pictureForm>>>({
    id: 'upload',
    lastResult,
    defaultValue: { alt: suggested },
    constraint: getZodConstraint(pictureForm(i18n)),
    defaultNoValidate: false,
  })
  return (
    <Section id="add" title={replaces ? i18n.t('Choose another picture') : i18n.t('Add a picture')}>
      <div className="stack">
        <ErrorSummary form={form} />
        <form className="stack fields" id={form.id} method="post" encType="multipart/form-data">
        <PictureFileField
          field={fields.picture}
          label={i18n.t('Picture')}
          hint={i18n.t('JPEG, PNG, WebP, AVIF or GIF, up to 15 MB and 40 million pixels. Where and when it was taken is not kept.')}
        />
        <TextField
          field={fields.alt}
          label={i18n.t('What it shows')}
          hint={i18n.t('In a few words, for people who cannot see it: “A woman laughs at the camera, a comb in her hand”.')}
          autoComplete="off"
        />
        <Actions>
          <Button>{replaces ? i18n.t('Replace the picture') : i18n.t('Add the picture')}</Button>
        </Actions>
        </form>
      </div>
    </Section>
  )
}
